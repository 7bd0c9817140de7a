package org.gnnrec.model.lightgcn;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.Normalization;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;

/**
 * A user's embedding from the items they have now: {@code e_u = a0 e0_u + sum over i of w_ui m_i / sqrt(d_u d_i')}, or
 * with the divisor of another {@link Normalization}. Here w_ui is the weight of the user's interactions with the item
 * (one, in a graph without weights), and d_u is the sum of these. d_i' is the item's sum in training plus the change of
 * this user's weight since (the items they gave up are no longer in the sum). It is LightGCN's last propagation step
 * with this user's row replaced: exact for one layer, first order for more. O(items of the user * d).
 */
final class LinearFoldIn implements FoldIn {
    private final FittedModel model;
    private final DenseMatrix messages;
    private final DenseMatrix userBase;
    private final float ownWeight;
    private final Normalization normalization;
    private final double meanWeight;

    LinearFoldIn(FittedModel model, LightGcnShape shape) {
        this.model = model;
        this.messages = model.state().matrix(LightGcn.MESSAGES);
        this.userBase = model.state().matrix(LightGcn.USER_BASE);
        this.ownWeight = (float) shape.ownWeight();
        this.normalization = shape.normalization();
        this.meanWeight = model.rows().meanWeight();
    }

    @Override
    public float[] embedding(UserInput user, CsrGraph items, int row) {
        float[] embedding = own(user.index());
        double rowWeight = items.rowWeight(row);
        for (int e = items.offsets()[row]; e < items.offsets()[row + 1]; e++) {
            Kernels.get().axpy(normalized(user.index(), items, e, rowWeight), messages.data(),
                    messages.offset(items.neighbors()[e]), embedding, 0, embedding.length);
        }
        return embedding;
    }

    /** The terms of {@code <e_u, e_i>}: what each item adds to e_u, times e_i. O(items of the user * d). */
    @Override
    public Contributions contributions(UserInput user, CsrGraph items, ItemInput scored, Cancellation cancellation) {
        float[] item = scored.embedding();
        double[] terms = new double[items.edgeCount()];
        double rowWeight = items.rowWeight(0);
        for (int e = 0; e < terms.length; e++) {
            terms[e] = normalized(user.index(), items, e, rowWeight) * (double) Kernels.get().dot(messages.data(),
                    messages.offset(items.neighbors()[e]), item, 0, item.length);
        }
        return Contributions.terms(terms, (double) Kernels.get().dot(own(user.index()), 0, item, 0, item.length));
    }

    /** The weight of the message of the item at this edge. */
    private float normalized(int user, CsrGraph items, int edge, double rowWeight) {
        float weight = items.weight(edge);
        return (float) (weight / normalization.divisor(rowWeight,
                itemWeight(user, items.neighbors()[edge], weight), meanWeight));
    }

    /** The weight of the item's users together, with the present weight of this user. */
    private double itemWeight(int user, int item, float weight) {
        float trained = user < 0 ? 0 : model.rows().weightBetween(user, item);
        return Math.max(weight, model.itemWeights()[item] + (weight - trained));
    }

    /** a_0 e0_u. */
    private float[] own(int user) {
        float[] own = new float[model.dimension()];
        if (user >= 0) {
            Kernels.get().axpy(ownWeight, userBase.data(), userBase.offset(user), own, 0, own.length);
        }
        return own;
    }
}
