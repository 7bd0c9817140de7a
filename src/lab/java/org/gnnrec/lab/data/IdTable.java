package org.gnnrec.lab.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ids of users or of items while a data set is read: text to a provisional index, in order of appearance. In the end
 * they are ordered: as Longs where each is an integer without leading zeros, else as text, shorter first.
 */
final class IdTable {
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Comparator<String> SHORTER_FIRST = Comparator.comparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, Integer> indices = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    /** The index of an id, given out now if the id is new. */
    int indexOf(String id) {
        Integer index = indices.putIfAbsent(id, ids.size());
        if (index == null) {
            ids.add(id);
            return ids.size() - 1;
        }
        return index;
    }

    /** The provisional indices, in the order of their ids. */
    int[] order() {
        Comparator<String> byId = allIntegers() ? Comparator.comparingLong(Long::parseLong) : SHORTER_FIRST;
        return ids.stream().sorted(byId).mapToInt(indices::get).toArray();
    }

    /** The ids in that order, as they go into the database. */
    List<Object> sortedIds(int[] order) {
        boolean integers = allIntegers();
        List<Object> sorted = new ArrayList<>(order.length);
        for (int index : order) {
            String id = ids.get(index);
            sorted.add(integers ? Long.valueOf(id) : id);
        }
        return sorted;
    }

    /** Maps a provisional index to its place in the order. */
    static int[] ranks(int[] order) {
        int[] ranks = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    private boolean allIntegers() {
        return ids.stream().allMatch(id -> INTEGER.matcher(id).matches());
    }
}
