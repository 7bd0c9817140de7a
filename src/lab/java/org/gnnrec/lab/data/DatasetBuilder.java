package org.gnnrec.lab.data;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Gathers what a reader finds, in any order, and makes a {@link Dataset} of it: either all interactions have a part
 * (the data brings its split), or none has. Memory 8 bytes an interaction, 16 with times.
 */
public final class DatasetBuilder {
    private final String name;
    private final IdTable users = new IdTable();
    private final IdTable items = new IdTable();
    private final Map<String, Item> described = new HashMap<>();
    private final Map<Part, LongStream.Builder> given = new EnumMap<>(Part.class);
    private final LongStream.Builder unsplit = LongStream.builder();
    private final LongStream.Builder times = LongStream.builder();
    private int unsplitCount;
    private int timeCount;

    public DatasetBuilder(String name) {
        this.name = name;
    }

    /** Names a user, who need not interact with anything. */
    public void user(String id) {
        users.indexOf(id);
    }

    /** Names an item, which need not be interacted with. */
    public void item(String id, String title, List<String> genres, Integer year) {
        items.indexOf(id);
        described.put(id, new Item(id, title, genres, year));
    }

    /** An interaction of a given split. */
    public void interaction(Part part, String user, String item) {
        given.computeIfAbsent(part, p -> LongStream.builder()).add(pair(user, item));
    }

    /** An interaction without split and time. */
    public void interaction(String user, String item) {
        unsplit.add(pair(user, item));
        unsplitCount++;
    }

    /** An interaction without split, at a time in any unit. */
    public void interaction(String user, String item, long time) {
        interaction(user, item);
        times.add(time);
        timeCount++;
    }

    private long pair(String user, String item) {
        return Interactions.pair(users.indexOf(user), items.indexOf(item));
    }

    /**
     * The data set, with the split that was given or else one by the rule.
     *
     * @throws IllegalArgumentException for another rule than 'user' where a split was given, and for 'time' where times are
     *     missing
     */
    public Dataset build(SplitRule rule, long seed) {
        int[] userOrder = users.order();
        int[] itemOrder = items.order();
        Ranks ranks = new Ranks(IdTable.ranks(userOrder), IdTable.ranks(itemOrder));
        List<Object> userIds = users.sortedIds(userOrder);
        List<Object> itemIds = items.sortedIds(itemOrder);
        requirePossible(rule);
        Map<Part, Interactions> parts = given.isEmpty()
                ? split(new Splitter(userIds, itemIds, ranks.apply(unsplit.build())), rule, seed)
                : given(ranks);
        String split = given.isEmpty() ? rule.toString() : "given";
        return new Dataset(name, split, userIds, itemIds.stream().map(this::describe).toList(), parts.get(Part.TRAIN),
                parts.get(Part.VALID), parts.get(Part.TEST));
    }

    private Map<Part, Interactions> split(Splitter splitter, SplitRule rule, long seed) {
        return switch (rule) {
            case USER -> splitter.byUser(seed);
            case TIME -> splitter.byTime(times.build().toArray());
            case COLD -> splitter.cold(seed);
        };
    }

    private Map<Part, Interactions> given(Ranks ranks) {
        Map<Part, Interactions> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            LongStream pairs = given.containsKey(part) ? given.get(part).build() : LongStream.empty();
            parts.put(part, Interactions.of(ranks.users.length, ranks.apply(pairs)));
        }
        return parts;
    }

    private Item describe(Object id) {
        Item item = described.get(String.valueOf(id));
        return item == null
                ? new Item(id, null, List.of(), null)
                : new Item(id, item.title(), item.genres(), item.year());
    }

    private void requirePossible(SplitRule rule) {
        if (rule != SplitRule.USER && !given.isEmpty()) {
            throw new IllegalArgumentException("split must be 'user' for " + name
                    + ", which brings its own split, but was '" + rule + "'");
        }
        if (rule == SplitRule.TIME && timeCount < unsplitCount) {
            throw new IllegalArgumentException("split must be 'user' or 'cold' for " + name + ", where "
                    + (unsplitCount - timeCount) + " of " + unsplitCount
                    + " interactions have no time, but was 'time'");
        }
    }

    /** From provisional indices to those of the data set. */
    private static final class Ranks {
        private final int[] users;
        private final int[] items;

        Ranks(int[] users, int[] items) {
            this.users = users;
            this.items = items;
        }

        long[] apply(LongStream pairs) {
            return pairs.map(p -> Interactions.pair(users[Interactions.userOf(p)], items[Interactions.itemOf(p)]))
                    .toArray();
        }
    }
}
