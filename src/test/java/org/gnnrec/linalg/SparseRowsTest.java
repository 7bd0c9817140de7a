package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SparseRowsTest {
    private static final SparseRows ROWS = SparseRows.of(new int[][]{ { 0, 2 }, {}, { 1 } },
            new float[][]{ { 1, -2 }, {}, { 3 } });

    @Test
    void entriesAreFoundByRowAndColumn() {
        assertThat(ROWS.rowCount()).isEqualTo(3);
        assertThat(ROWS.length(0)).isEqualTo(2);
        assertThat(ROWS.value(0, 2)).isEqualTo(-2);
        assertThat(ROWS.value(2, 1)).isEqualTo(3);
        assertThat(ROWS.value(1, 0)).isZero();
        assertThat(ROWS.value(0, 1)).isZero();
    }

    @Test
    void rowsAndColumnsAreExchanged() {
        SparseRows transposed = ROWS.transpose(3).requireSquare(3);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                assertThat(transposed.value(column, row)).isEqualTo(ROWS.value(row, column));
            }
        }
    }

    @Test
    void aMultipleOfARowIsAdded() {
        SparseSums sums = new SparseSums(3);
        sums.add(2, 1);
        ROWS.addRow(0, 0.5, sums);
        assertThat(sums.sum(0)).isEqualTo(0.5);
        assertThat(sums.sum(2)).isZero();
        assertThat(sums.has(1)).isFalse();
    }

    @Test
    void theArraysComeBackAsTheyWent() {
        SparseRows again = SparseRows.of(ROWS.toArrays()).requireSquare(3);
        assertThat(again.offsets()).isEqualTo(ROWS.offsets());
        assertThat(again.columns()).isEqualTo(ROWS.columns());
        assertThat(again.values()).isEqualTo(ROWS.values());
    }

    static SparseRows[] wrong() {
        float[] three = { 1, -2, 3 };
        return new SparseRows[]{
                // too few rows, too many
                new SparseRows(new int[]{ 0, 2, 3 }, new int[]{ 0, 2, 1 }, three),
                new SparseRows(new int[]{ 0, 2, 2, 3, 3 }, new int[]{ 0, 2, 1 }, three), new SparseRows(new int[0],
                        new int[]{ 0, 2, 1 }, three),
                // offsets that do not span the entries, or fall
                new SparseRows(new int[]{ 0, 2, 2, 4 }, new int[]{ 0, 2, 1 }, three),
                new SparseRows(new int[]{ 1, 2, 2, 3 }, new int[]{ 0, 2, 1 }, three),
                new SparseRows(new int[]{ 0, 9, 2, 3 }, new int[]{ 0, 2, 1 }, three),
                // columns that do not ascend, or are none of the items
                new SparseRows(new int[]{ 0, 2, 2, 3 }, new int[]{ 2, 0, 1 }, three),
                new SparseRows(new int[]{ 0, 2, 2, 3 }, new int[]{ 0, 3, 1 }, three),
                new SparseRows(new int[]{ 0, 2, 2, 3 }, new int[]{ -1, 2, 1 }, three),
                // a value too few
                new SparseRows(new int[]{ 0, 2, 2, 3 }, new int[]{ 0, 2, 1 }, new float[2]) };
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void arraysThatAreNoSquareMatrixAreRefused(SparseRows rows) {
        assertThatThrownBy(() -> rows.requireSquare(3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a square matrix of 3 rows");
    }
}
