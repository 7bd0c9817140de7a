package org.gnnrec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.linalg.DenseMatrix;
import org.junit.jupiter.api.Test;

class ItemScaleTest {
    @Test
    void scalesLengthsAndKeepsDirections() {
        DenseMatrix items = new DenseMatrix(3, 2, new float[]{ 3, 4, 0, 0, 0.5f, 0 });
        new ItemScale(0.5, 2).apply(items, new double[]{ 1, 5, 3 });
        float root = (float) Math.sqrt(5);
        assertThat(items.data()).containsExactly(
                new float[]{ 3 / 5f * root, 4 / 5f * root, 0, 0, 9 * (float) Math.sqrt(0.5), 0 }, within(1e-5f));
    }

    @Test
    void noScaleChangesNoBit() {
        DenseMatrix items = new DenseMatrix(1, 2, new float[]{ 0.1f, 0.7f });
        ItemScale.NONE.apply(items, new double[]{ 3 });
        assertThat(items.data()).containsExactly(0.1f, 0.7f);
    }

    @Test
    void degreesCountUsersWhereNothingWeighsAndWeightsOverTheirMeanElsewhere() {
        CsrBuilder plain = new CsrBuilder(2, 3);
        plain.add(0, 0);
        plain.add(1, 0);
        plain.add(1, 2);
        assertThat(ItemScale.degrees(plain.build())).containsExactly(2, 1, 1);
        CsrBuilder weighted = new CsrBuilder(2, 3, true);
        weighted.add(0, 0, 5);
        weighted.add(1, 0, 3);
        weighted.add(1, 2, 1);
        assertThat(ItemScale.degrees(weighted.build())).containsExactly(8 / 3.0, 1, 1);
    }
}
