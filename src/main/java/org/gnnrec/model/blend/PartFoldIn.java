package org.gnnrec.model.blend;

import java.util.Arrays;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Covariance;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.SparseSums;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;

/**
 * A part with what scales its scores: the weight, over the deviation of a user's scores over all items.
 *
 * @param column where its columns begin in the embeddings of the blend
 * @param covariance of its item embeddings; null where it has none
 */
record PartFoldIn(String name, FoldIn foldIn, double weight, int column, DenseMatrix covariance) {
    /** Writes the scaled embedding of a user into that of the blend. */
    void embed(UserInput user, CsrGraph items, int row, float[] into) {
        if (covariance != null) {
            float[] embedding = foldIn.embedding(user, items, row);
            double scale = scale(Covariance.deviation(covariance, embedding));
            for (int n = 0; n < embedding.length; n++) {
                into[column + n] = (float) (scale * embedding[n]);
            }
        }
    }

    /**
     * Adds the scaled scores of a user.
     *
     * @param own scratch, empty before and after
     */
    void addScores(UserInput user, CsrGraph items, int row, SparseSums own, SparseSums scores) {
        foldIn.addScores(user, items, row, own);
        double scale = scale(own.deviation());
        for (int n = 0; n < own.count(); n++) {
            scores.add(own.index(n), scale * own.sum(own.index(n)));
        }
        own.clear();
    }

    /**
     * The terms of the scaled score of an item.
     *
     * @param own scratch, empty before and after
     */
    Contributions contributions(UserInput user, CsrGraph items, ItemInput item, SparseSums own,
            Cancellation cancellation) {
        int width = covariance == null ? 0 : covariance.cols();
        Contributions terms = foldIn.contributions(user, items, new ItemInput(item.index(),
                Arrays.copyOfRange(item.embedding(), column, column + width)), cancellation);
        double scale = scale(deviation(user, items, own));
        return Contributions.terms(Arrays.stream(terms.items()).map(term -> scale * term).toArray(),
                terms.own() == null ? null : scale * terms.own());
    }

    private double deviation(UserInput user, CsrGraph items, SparseSums own) {
        if (covariance != null) {
            return Covariance.deviation(covariance, foldIn.embedding(user, items, 0));
        }
        foldIn.addScores(user, items, 0, own);
        double deviation = own.deviation();
        own.clear();
        return deviation;
    }

    private double scale(double deviation) {
        return deviation > 0 ? weight / deviation : 0;
    }
}
