package org.gnnrec.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
    /** Items 0 and 1 have the feature, 2 and 3 have not, 4 has it and is new. */
    private static final DenseMatrix FEATURES = new DenseMatrix(5, 2, new float[]{ 1, 1, 1, 1, 0, 1, 0, 1, 1, 1 });

    private static CsrGraph interactions() {
        CsrBuilder builder = new CsrBuilder(2, 5);
        builder.add(0, 0);
        builder.add(0, 1);
        builder.add(0, 2);
        builder.add(1, 3);
        return builder.build();
    }

    private static float[] scores(int user, double penalty) {
        DenseMatrix out = DenseMatrix.zeros(1, 5);
        new RidgeRegression(FEATURES, interactions()).fit(penalty).score(new int[]{ user }, 0, 1, out);
        return out.data();
    }

    @Test
    void withHardlyAPenaltyItIsTheMeanOfItemsThatAreAlike() {
        float[] scores = scores(0, 1e-6);
        assertThat(scores[0]).isCloseTo(1, within(1e-4f)).isEqualTo(scores[4]);
        assertThat(scores[2]).isCloseTo(0.5f, within(1e-4f)).isEqualTo(scores[3]);
    }

    /** Around the mean of y, 3/4, and of x, 1/2: w = sum(xy) / (sum(xx) + penalty) = .5 / (1 + 1). */
    @Test
    void thePenaltySparesTheIntercept() {
        float[] scores = scores(0, 1);
        assertThat(scores[4]).isCloseTo(0.75f + 0.25f / 2, within(1e-6f));
        assertThat(scores[2]).isCloseTo(0.75f - 0.25f / 2, within(1e-6f));
        assertThat(scores(1, 1e9)[4]).isCloseTo(0.25f, within(1e-6f));
    }
}
