package org.gnnrec.archive;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gnnrec.source.NodeTable;

/**
 * The nodes that have a copy of a model's embeddings: all of them, or an even part of them to look at.
 *
 * @param indexed the rows of the items that have a vector for the vector index as well, ascending
 * @param userCount the users of the model
 * @param itemCount the items of the model
 */
public record CopiedNodes(NodeTable users, NodeTable items, int[] indexed, long userCount, long itemCount) {
    /** All nodes of a model, or none if it has no embeddings. O(items). */
    public static CopiedNodes of(ServedModel model) {
        return model.hasEmbeddings() ? all(model) : none(model);
    }

    private static CopiedNodes none(ServedModel model) {
        int[] none = new int[0];
        return new CopiedNodes(model.users().select(none), model.items().select(none), none, 0, 0);
    }

    private static CopiedNodes all(ServedModel model) {
        int[] indexed = model.info().copy().vectorIndex() ? IndexedItems.of(model) : new int[0];
        return new CopiedNodes(model.users(), model.items(), indexed, model.users().size(), model.items().size());
    }

    /** At most so many users and so many items, with even steps between them. */
    public CopiedNodes sample(int most) {
        int[] sampledItems = evenly(items.size(), most);
        return new CopiedNodes(users.select(evenly(users.size(), most)), items.select(sampledItems),
                IntStream.range(0, sampledItems.length)
                        .filter(row -> Arrays.binarySearch(indexed, sampledItems[row]) >= 0).toArray(),
                userCount, itemCount);
    }

    private static int[] evenly(int size, int most) {
        int count = Math.min(size, most);
        return IntStream.range(0, count).map(step -> (int) ((long) step * size / count)).toArray();
    }
}
