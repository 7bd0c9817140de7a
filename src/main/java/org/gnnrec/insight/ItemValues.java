package org.gnnrec.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which items have which values of which properties. Each distinct value has a number, and each item has the numbers of
 * its values, each once. 4 bytes a value of an item, and each distinct value once. Filled item by item.
 */
public final class ItemValues {
    private final Map<Value, Integer> numbers = new HashMap<>();
    private final List<Value> values = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();

    /** One value of one property. */
    public record Value(String property, Object value) {}

    /** Adds the values of the next item. */
    public void add(Collection<Value> ofItem) {
        rows.add(ofItem.stream().distinct().mapToInt(this::number).toArray());
    }

    private int number(Value value) {
        return numbers.computeIfAbsent(value, unseen -> {
            values.add(unseen);
            return values.size() - 1;
        });
    }

    Value value(int number) {
        return values.get(number);
    }

    /** How many of these items have each value, by number. O(values + entries of the items). */
    int[] counts(int[] items) {
        int[] counts = new int[values.size()];
        for (int item : items) {
            for (int number : rows.get(item)) {
                counts[number]++;
            }
        }
        return counts;
    }

    int itemCount() {
        return rows.size();
    }
}
