package org.gnnrec.model.spectral;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.DegreePowers;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;

/**
 * A user's embedding from the items they have now, {@code d_u^-1/2 sum over i of w_ui d_i^-b V_i}, by the stored item
 * vectors {@code e_i = d_i^c s^p V_i}: each counts {@code d_i^-(b + c)}, and the sum is divided by s^p. The d_i are those of
 * the training. Exact for every user. O(items of the user * d).
 */
final class SpectralFoldIn implements FoldIn {
    static final String SINGULAR_VALUES = "singularValues";

    private final DenseMatrix items;
    private final float[] itemShares;
    private final float[] inverseScales;
    private final double meanWeight;

    /** @param exponent b + c */
    SpectralFoldIn(FittedModel model, double exponent, double spectrumExponent) {
        this.items = model.items();
        this.meanWeight = model.rows().meanWeight();
        this.itemShares = DegreePowers.of(model.itemWeights(), meanWeight, -exponent);
        this.inverseScales = powers(model.state().matrix(SINGULAR_VALUES), -spectrumExponent);
    }

    /** A power of each singular value, 0 where there is none. */
    static float[] powers(DenseMatrix singularValues, double exponent) {
        float[] powers = new float[singularValues.cols()];
        for (int n = 0; n < powers.length; n++) {
            float value = singularValues.data()[n];
            powers[n] = value > 0 ? (float) Math.pow(value, exponent) : 0;
        }
        return powers;
    }

    @Override
    public float[] embedding(UserInput user, CsrGraph row, int n) {
        float[] sum = new float[items.cols()];
        double scale = scale(row, n);
        for (int e = row.offsets()[n]; e < row.offsets()[n + 1]; e++) {
            Kernels.get().axpy(share(row, e, scale), items.data(), items.offset(row.neighbors()[e]), sum, 0,
                    sum.length);
        }
        divide(sum);
        return sum;
    }

    /** The terms of {@code <e_u, e_i>}: what each item adds to e_u, times e_i. O(items of the user * d). */
    @Override
    public Contributions contributions(UserInput user, CsrGraph row, ItemInput scored, Cancellation cancellation) {
        double[] terms = new double[row.edgeCount()];
        float[] divided = scored.embedding().clone();
        divide(divided);
        double scale = scale(row, 0);
        for (int e = 0; e < terms.length; e++) {
            terms[e] = share(row, e, scale) * (double) Kernels.get().dot(items.data(),
                    items.offset(row.neighbors()[e]), divided, 0, divided.length);
        }
        return Contributions.terms(terms, null);
    }

    /** 1 / sqrt(d_u), by the mean weight of an edge: the unit of weights makes no difference. */
    private double scale(CsrGraph row, int n) {
        return 1 / Math.sqrt(row.rowWeight(n) * meanWeight);
    }

    private float share(CsrGraph row, int edge, double scale) {
        return (float) (row.weight(edge) * scale) * itemShares[row.neighbors()[edge]];
    }

    private void divide(float[] vector) {
        for (int n = 0; n < vector.length; n++) {
            vector[n] *= inverseScales[n];
        }
    }
}
