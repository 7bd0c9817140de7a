package org.gnnrec.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.testing.ServedModels;

class AugmentedVectorsTest {

    @Property(seed = "15", tries = 100)
    void theCosineRanksAsTheInnerProductDoes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int d) {
        SplittableRandom random = new SplittableRandom(seed);
        DenseMatrix rows = ServedModels.matrix(40, d, random);
        DenseMatrix augmented = EmbeddingWriter.augmented(rows);
        float[] query = ServedModels.matrix(1, d, random).data();
        List<Integer> ranked = IntStream.range(0, 40).boxed()
                .sorted(Comparator.comparingDouble(row -> -inner(rows, row, query))).toList();
        double last = Double.POSITIVE_INFINITY;
        for (int row : ranked) {
            double cosine = inner(augmented, row, query) / norm(augmented, row);
            assertThat(cosine).isLessThanOrEqualTo(last + 1e-5);
            last = cosine;
        }
    }

    @Example
    void allVectorsHaveOneNormATenthAboveTheLargest() {
        DenseMatrix augmented = EmbeddingWriter.augmented(new DenseMatrix(3, 2, new float[]{ 3, 4, 0, 0, -1, 0.5f }));
        for (int row = 0; row < 3; row++) {
            assertThat(norm(augmented, row)).isCloseTo(5.5, within(1e-5));
        }
    }

    @Example
    void theEmbeddingStandsInFront() {
        assertThat(EmbeddingWriter.augmented(new DenseMatrix(1, 2, new float[]{ 3, 4 })).data()).startsWith(3, 4)
                .hasSize(3);
    }

    /** A zero vector has no cosine, and Neo4j's index passes it over. */
    @Example
    void embeddingsOfZerosStillHaveADirection() {
        DenseMatrix augmented = EmbeddingWriter.augmented(DenseMatrix.zeros(2, 3));
        assertThat(augmented.data()[3]).isPositive().isFinite();
        assertThat((float) Math.pow(augmented.data()[3], 2)).isPositive();
    }

    private static double inner(DenseMatrix rows, int row, float[] query) {
        double sum = 0;
        for (int i = 0; i < query.length; i++) {
            sum += (double) rows.data()[rows.offset(row) + i] * query[i];
        }
        return sum;
    }

    private static double norm(DenseMatrix rows, int row) {
        double sum = 0;
        for (int i = 0; i < rows.cols(); i++) {
            sum += Math.pow(rows.data()[rows.offset(row) + i], 2);
        }
        return Math.sqrt(sum);
    }
}
