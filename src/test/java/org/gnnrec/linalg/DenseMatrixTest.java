package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DenseMatrixTest {
    private static final DenseMatrix ONE = new DenseMatrix(2, 1, new float[]{ 1, 2 });
    private static final DenseMatrix TWO = new DenseMatrix(2, 2, new float[]{ 3, 4, 5, 6 });
    private static final DenseMatrix NONE = DenseMatrix.zeros(2, 0);

    @Test
    void matricesStandSideBySide() {
        assertThat(DenseMatrix.sideBySide(List.of(ONE, NONE, TWO)).data()).containsExactly(1, 3, 4, 2, 5, 6);
        assertThat(DenseMatrix.sideBySide(List.of(NONE, TWO))).isSameAs(TWO);
        assertThat(DenseMatrix.sideBySide(List.of(NONE, NONE))).extracting(DenseMatrix::rows, DenseMatrix::cols)
                .containsExactly(2, 0);
    }

    @Test
    void columnsComeBackAsTheyWent() {
        DenseMatrix both = DenseMatrix.sideBySide(List.of(ONE, TWO));
        assertThat(both.columns(0, 1).data()).isEqualTo(ONE.data());
        assertThat(both.columns(1, 2).data()).isEqualTo(TWO.data());
        assertThat(both.columns(0, 3)).isSameAs(both);
        assertThat(both.columns(3, 0)).extracting(DenseMatrix::rows, DenseMatrix::cols).containsExactly(2, 0);
    }
}
