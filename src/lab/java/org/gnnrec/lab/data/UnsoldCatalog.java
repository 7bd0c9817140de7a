package org.gnnrec.lab.data;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A catalog most of which nobody has bought yet: the users and items of a {@link PowerLawGraph}, with other items
 * without an interaction spread evenly among them.
 *
 * @param items how many in all; a multiple of the items of the graph
 */
public record UnsoldCatalog(PowerLawGraph sold, int items) {
    public UnsoldCatalog {
        if (items < sold.items() || items % sold.items() != 0) {
            throw new IllegalArgumentException(
                    "wanted a multiple of the " + sold.items() + " items sold, but got " + items + " items");
        }
    }

    /** All of it for training. Holds 8 bytes an interaction. */
    public Dataset dataset() {
        List<Object> userIds = IntStream.range(0, sold.users()).<Object>mapToObj(user -> "u" + user).toList();
        List<Item> catalog = IntStream.range(0, items)
                .mapToObj(item -> new Item("i" + item, null, List.of(), null)).toList();
        Interactions none = Interactions.of(sold.users(), new long[0]);
        return new Dataset("unsold", "given", userIds, catalog, interactions(), none, none);
    }

    private Interactions interactions() {
        int every = items / sold.items();
        long[] pairs = IntStream.range(0, sold.users()).mapToObj(user -> IntStream.of(sold.itemsOf(user))
                .mapToLong(item -> Interactions.pair(user, item * every))).flatMapToLong(LongStream::sorted)
                .toArray();
        return Interactions.of(sold.users(), pairs);
    }
}
