package org.gnnrec.model.layer;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.gnnrec.feature.Features;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.RowSet;
import org.gnnrec.model.Weight;

/**
 * What nodes have before the first layer: {@code h0 = e + x W}, a learned row of the node's own and its features times
 * a weight of its side. A node that counts as new has only its features.
 */
final class NodeInputs {
    private final FeatureInputs users;
    private final FeatureInputs items;
    private final int userCount;
    private final Parallel parallel;

    NodeInputs(Features features, int dimension, Parallel parallel) {
        this.users = new FeatureInputs("users", features.users(), dimension, parallel);
        this.items = new FeatureInputs("items", features.items(), dimension, parallel);
        this.userCount = features.users().rowCount();
        this.parallel = parallel;
    }

    void initialize(SplittableRandom random) {
        users.initialize(random);
        items.initialize(random);
    }

    /** True if the side of this node has features. */
    boolean hasFeatures(int node) {
        return side(node).exist();
    }

    private FeatureInputs side(int node) {
        return node < userCount ? users : items;
    }

    private int row(int node) {
        return node < userCount ? node : node - userCount;
    }

    /** Sets the first rows of {@code out} to the inputs of the nodes. O(nodes * d + features * d). */
    void gather(Embeddings base, RowSet nodes, NewNodes newNodes, DenseMatrix out) {
        parallel.forRange(nodes.size(), (part, from, to) -> {
            for (int slot = from; slot < to; slot++) {
                int node = nodes.row(slot);
                if (newNodes.contains(slot)) {
                    Arrays.fill(out.data(), out.offset(slot), out.offset(slot + 1), 0);
                } else {
                    NodeRows.copyTo(base, node, out, slot);
                }
                side(node).addTo(row(node), out, slot);
            }
        });
    }

    /** Adds the gradient of the nodes' own rows to {@code baseGradient} and the gradient of the weights to theirs. */
    void scatter(DenseMatrix gradient, RowSet nodes, NewNodes newNodes, Embeddings baseGradient) {
        parallel.forRange(nodes.size(), (part, from, to) -> {
            for (int slot = from; slot < to; slot++) {
                if (!newNodes.contains(slot)) {
                    NodeRows.addFrom(gradient, slot, baseGradient, nodes.row(slot));
                }
            }
        });
        users.backward(gradient, nodes, 0, userCount);
        items.backward(gradient, nodes, userCount, Integer.MAX_VALUE);
    }

    /** The inputs of every node. */
    Embeddings all(Embeddings base) {
        Embeddings all = Embeddings.zeros(base.users().rows(), base.items().rows(), base.dimension());
        all.copyFrom(base);
        addAll(users, all.users());
        addAll(items, all.items());
        return all;
    }

    private void addAll(FeatureInputs side, DenseMatrix rows) {
        parallel.forRange(side.exist() ? rows.rows() : 0, (part, from, to) -> {
            for (int row = from; row < to; row++) {
                side.addTo(row, rows, row);
            }
        });
    }

    List<Weight> weights() {
        return Stream.of(users, items).filter(FeatureInputs::exist).map(FeatureInputs::weight).toList();
    }
}
