package org.gnnrec.model.sparse;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.SparseSums;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.DegreePowers;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;

/**
 * Scores of items by the items of a user, {@code d_j^c sum over i of w_ui d_i^-b V_ij}, where V are the
 * {@link ItemVoices}. The d_i are those of the training. Exact for every user. An embedding has no floats.
 */
final class SparseFoldIn implements FoldIn {
    private static final float[] NO_EMBEDDING = new float[0];

    private final ItemVoices voices;
    private final float[] inputPowers;
    private final float[] outputPowers;
    private final double meanWeight;

    SparseFoldIn(FittedModel model, ItemVoices voices, double inputExponent, double outputExponent) {
        this.voices = voices;
        this.meanWeight = model.rows().meanWeight();
        this.inputPowers = DegreePowers.of(model.itemWeights(), meanWeight, -inputExponent);
        this.outputPowers = DegreePowers.of(model.itemWeights(), meanWeight, outputExponent);
    }

    @Override
    public float[] embedding(UserInput user, CsrGraph items, int row) {
        return NO_EMBEDDING;
    }

    @Override
    public boolean scoresItems() {
        return true;
    }

    @Override
    public void addScores(UserInput user, CsrGraph items, int row, SparseSums scores) {
        voices.add(items, row, shares(items, row), scores);
        for (int n = 0; n < scores.count(); n++) {
            scores.scale(scores.index(n), outputPowers[scores.index(n)]);
        }
    }

    @Override
    public Contributions contributions(UserInput user, CsrGraph items, ItemInput item, Cancellation cancellation) {
        double[] terms = new double[items.edgeCount()];
        if (item.index() >= 0) {
            terms = voices.terms(items, shares(items, 0), item.index());
            for (int n = 0; n < terms.length; n++) {
                terms[n] *= outputPowers[item.index()];
            }
        }
        return Contributions.terms(terms, null);
    }

    private float[] shares(CsrGraph items, int row) {
        float[] shares = new float[items.degree(row)];
        for (int n = 0; n < shares.length; n++) {
            int edge = items.offsets()[row] + n;
            shares[n] = (float) (items.weight(edge) / meanWeight) * inputPowers[items.neighbors()[edge]];
        }
        return shares;
    }
}
