package org.gnnrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.gnnrec.testing.Rows;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {

    @Property(tries = 200)
    void rowsComeOutAsTheyWentInWithoutZeros(
            @ForAll @Size(max = 20) List<@Size(max = 5) List<@FloatRange(min = -2, max = 2) Float>> rows) {
        FeatureMatrixBuilder builder = new FeatureMatrixBuilder(rows.size(), 5);
        for (List<Float> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                builder.put(column, row.get(column));
            }
            builder.endRow();
        }
        FeatureMatrix matrix = builder.build();
        assertThat(matrix.rowCount()).isEqualTo(rows.size());
        assertThat(matrix.entryCount()).isEqualTo(rows.stream().flatMap(List::stream).filter(v -> v != 0).count());
        for (int row = 0; row < rows.size(); row++) {
            float[] expected = new float[5];
            for (int column = 0; column < rows.get(row).size(); column++) {
                expected[column] = rows.get(row).get(column) + 0f;
            }
            assertThat(Rows.dense(matrix, row)).isEqualTo(expected);
        }
    }

    @Test
    void entriesAreKeptAcrossChunks() {
        FeatureMatrixBuilder builder = new FeatureMatrixBuilder(500, 300);
        SplittableRandom random = new SplittableRandom(5);
        for (int row = 0; row < 500; row++) {
            for (int column = 0; column < 300; column++) {
                builder.put(column, random.nextInt(3) - 1);
            }
            builder.endRow();
        }
        FeatureMatrix matrix = builder.build();
        SplittableRandom again = new SplittableRandom(5);
        for (int row = 0; row < 500; row++) {
            for (float value : Rows.dense(matrix, row)) {
                assertThat(value).isEqualTo(again.nextInt(3) - 1);
            }
        }
    }

    @Test
    void rowsThatWereNotEndedAreEmpty() {
        FeatureMatrixBuilder builder = new FeatureMatrixBuilder(3, 2);
        builder.put(1, -1);
        builder.endRow();
        assertThat(builder.build().offsets()).containsExactly(0, 1, 1, 1);
        assertThat(new FeatureMatrixBuilder(0, 0).build().rowCount()).isZero();
    }

    @Test
    void columnsMustAscendAndValuesBeFinite() {
        FeatureMatrixBuilder builder = new FeatureMatrixBuilder(1, 3);
        builder.put(1, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.put(1, 1)).withMessageContaining("column 1");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.put(3, 1)).withMessageContaining("below 3");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.put(2, Float.NaN)).withMessageContaining("NaN");
    }

    @Test
    void moreThanAnArrayHoldsIsRefusedWithTheWayOut() {
        FeatureMatrixBuilder.requireFits(FeatureMatrixBuilder.MAX_ENTRIES);
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureMatrixBuilder.requireFits(1L << 31))
                .withMessageContaining("2147483639").withMessageContaining("Name fewer properties");
    }
}
