package org.gnnrec.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.SteppedSpec;

/** The base rows of users and items with their gradient and, for the sides that are learned, their optimizer. */
final class LearnedRows {
    /** Random floats from one check to the next, about 20 ms. */
    private static final int CHECK_EVERY = 1 << 20;

    private final Embeddings base;
    private final Embeddings gradient;
    /** Null where users have no row of their own. */
    private Adam userOptimizer;
    /** Null where items have no row of their own. */
    private Adam itemOptimizer;

    /** Zeros. */
    LearnedRows(BipartiteGraph graph, SteppedSpec spec, double learningRate) {
        this.base = Embeddings.zeros(graph.userCount(), graph.itemCount(), spec.dimension());
        this.gradient = Embeddings.zeros(graph.userCount(), graph.itemCount(), spec.dimension());
        this.userOptimizer = spec.learnsUsers() ? new Adam(base.users().data().length, learningRate) : null;
        this.itemOptimizer = spec.learnsItems() ? new Adam(base.items().data().length, learningRate) : null;
    }

    Embeddings base() {
        return base;
    }

    /** Zeros between two steps. */
    Embeddings gradient() {
        return gradient;
    }

    /** Draws every value from N(0, deviation). */
    void initialize(double deviation, SplittableRandom random, Cancellation cancellation) {
        for (float[] data : new float[][]{ base.users().data(), base.items().data() }) {
            for (int i = 0; i < data.length; i++) {
                if (i % CHECK_EVERY == 0) {
                    cancellation.check();
                }
                data[i] = (float) (deviation * random.nextGaussian());
            }
        }
    }

    /** A node without an edge has no row to learn: it keeps zeros beside its features. */
    void clearLoneRows(BipartiteGraph graph) {
        clearLoneRows(graph.userItems(), base.users());
        clearLoneRows(graph.itemUsers(), base.items());
    }

    private static void clearLoneRows(CsrGraph edges, DenseMatrix rows) {
        for (int row = 0; row < rows.rows(); row++) {
            if (edges.degree(row) == 0) {
                Arrays.fill(rows.data(), rows.offset(row), rows.offset(row + 1), 0);
            }
        }
    }

    /** Sets the rows of a side that is not learned to zeros. */
    void clearUnlearned() {
        if (userOptimizer == null) {
            Arrays.fill(base.users().data(), 0);
        }
        if (itemOptimizer == null) {
            Arrays.fill(base.items().data(), 0);
        }
    }

    /** One step down the gradient, which is zero afterwards. */
    void step(Parallel parallel) {
        step(userOptimizer, base.users(), gradient.users(), parallel);
        step(itemOptimizer, base.items(), gradient.items(), parallel);
    }

    private static void step(Adam optimizer, DenseMatrix values, DenseMatrix gradients, Parallel parallel) {
        if (optimizer != null) {
            optimizer.step(values.data(), gradients.data(), parallel);
        } else {
            Arrays.fill(gradients.data(), 0);
        }
    }

    /** Drops the optimizers, so that they are never held beside the finished model. */
    void finish() {
        userOptimizer = null;
        itemOptimizer = null;
    }
}
