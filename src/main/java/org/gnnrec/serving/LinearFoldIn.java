package org.gnnrec.serving;

import java.util.Arrays;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.Normalization;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.ServedModel;
import org.neo4j.graphdb.Node;

/**
 * A user's embedding from the items they have now: {@code e_u = a0 e0_u + sum over i of w_ui m_i / sqrt(d_u d_i')}, or
 * with the divisor of another {@link Normalization}. Here w_ui is the weight of the user's interactions with the item
 * (one, in a graph without weights), and d_u is the sum of these. d_i' is the item's sum in training plus the change of
 * this user's weight since (the items they gave up are no longer in the sum). It is LightGCN's last propagation step
 * with this user's row replaced: exact for one layer, first order for more. O(items of the user * d).
 */
final class LinearFoldIn implements FoldIn {
    private static final int UNKNOWN = -1;

    private final ServedModel model;
    private final Normalization normalization;
    private final double meanWeight;

    LinearFoldIn(ServedModel model) {
        this.model = model;
        this.normalization = model.info().normalization();
        this.meanWeight = model.rows().meanWeight();
    }

    @Override
    public float[] embedding(int user, CsrGraph items, int row) {
        DenseMatrix messages = model.messages();
        float[] embedding = base(user);
        double rowWeight = items.rowWeight(row);
        for (int e = items.offsets()[row]; e < items.offsets()[row + 1]; e++) {
            Kernels.get().axpy(normalized(user, items, e, rowWeight), messages.data(),
                    messages.offset(items.neighbors()[e]), embedding, 0, embedding.length);
        }
        return embedding;
    }

    /** The terms of {@code <e_u, e_i>}: what each item adds to e_u, times e_i. O(items of the user * d). */
    @Override
    public Contributions contributions(Node user, int index, CsrGraph items, float[] item, Cancellation cancellation) {
        DenseMatrix messages = model.messages();
        double[] terms = new double[items.edgeCount()];
        double rowWeight = items.rowWeight(0);
        for (int e = 0; e < terms.length; e++) {
            terms[e] = normalized(index, items, e, rowWeight) * (double) Kernels.get().dot(messages.data(),
                    messages.offset(items.neighbors()[e]), item, 0, item.length);
        }
        return Contributions.terms(terms, (double) Kernels.get().dot(base(index), 0, item, 0, item.length));
    }

    /** How much the message of the item at this edge counts. */
    private float normalized(int user, CsrGraph items, int edge, double rowWeight) {
        float weight = items.weight(edge);
        return (float) (weight / normalization.divisor(rowWeight,
                itemWeight(user, items.neighbors()[edge], weight), meanWeight));
    }

    @Override
    public float[] embeddingOfNew(Node user, CsrGraph items, int row) {
        return embedding(UNKNOWN, items, row);
    }

    /** The sum of the weights of the item's users, with this user's present weight. */
    private double itemWeight(int user, int item, float weight) {
        float trained = user < 0 ? 0 : model.rows().weightBetween(user, item);
        return Math.max(weight, model.itemWeights()[item] + (weight - trained));
    }

    private float[] base(int user) {
        return user < 0 ? new float[model.dimension()] : model.userBase().row(user);
    }
}
