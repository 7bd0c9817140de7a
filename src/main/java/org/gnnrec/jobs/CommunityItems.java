package org.gnnrec.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.insight.Directions;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.serving.Recommender;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.NodeIds;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * The items of a model that communities are made of: items with an interaction in training, an embedding that is not
 * all zero and a node that is still there. Row r is the r-th of them by node id.
 *
 * @param items dense indices in the model
 * @param degrees the number of each item's users in training
 * @param nodes their present nodes, with their ids
 * @param leftOut why other items of the model are not among them
 */
record CommunityItems(int[] items, int[] degrees, NodeTable nodes, LeftOut leftOut) {

    private static final int BETWEEN_CHECKS = 1_024;

    /** How many items have no interaction in training, an embedding of zeros, or no node any more. */
    record LeftOut(int withoutInteraction, int ofZeros, int deleted) {
        @Override
        public String toString() {
            return withoutInteraction + " without an interaction in training, " + ofZeros
                    + " with an embedding of zeros, and " + deleted + " deleted since";
        }
    }

    private record Found(int item, int degree, long nodeId) {}

    /** Looks each item up. O(items + edges). */
    static CommunityItems read(Transaction tx, Recommender recommender, Cancellation cancellation) {
        ServedModel model = recommender.model();
        double[] degrees = model.rows().withoutWeights().columnWeights();
        List<Found> found = new ArrayList<>();
        int withoutInteraction = 0;
        int ofZeros = 0;
        for (int item = 0; item < model.items().size(); item++) {
            if (item % BETWEEN_CHECKS == 0) {
                cancellation.check();
            }
            if (degrees[item] == 0) {
                withoutInteraction++;
            } else if (!Directions.has(model.itemEmbeddings(), item)) {
                ofZeros++;
            } else {
                add(item, (int) degrees[item], recommender.item(tx, item), found);
            }
        }
        found.sort(Comparator.comparingLong(Found::nodeId));
        int deleted = model.items().size() - withoutInteraction - ofZeros - found.size();
        return of(found, model.items(), new LeftOut(withoutInteraction, ofZeros, deleted));
    }

    private static void add(int item, int degree, Node node, List<Found> found) {
        if (node != null) {
            found.add(new Found(item, degree, NodeIds.of(node)));
        }
    }

    private static CommunityItems of(List<Found> found, NodeTable all, LeftOut leftOut) {
        int[] items = found.stream().mapToInt(Found::item).toArray();
        IdMap ids = IdMap.ofAscending(found.stream().mapToLong(Found::nodeId).toArray());
        return new CommunityItems(items, found.stream().mapToInt(Found::degree).toArray(),
                new NodeTable(ids, Arrays.stream(items).mapToObj(all::value).toArray()), leftOut);
    }

    int size() {
        return items.length;
    }

    Object id(int row) {
        return nodes.value(row);
    }

    /** The node of a row, or null where it has been deleted. */
    Node node(Transaction tx, int row) {
        return NodeIds.find(tx, nodes.nodes().nodeId(row));
    }
}
