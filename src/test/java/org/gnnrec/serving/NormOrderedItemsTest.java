package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.TopK;
import org.gnnrec.testing.ServedModels;

class NormOrderedItemsTest {
    private static final int D = 3;

    /** Small whole numbers, so that ties and equal norms abound. */
    @Property(seed = "14", tries = 2000)
    void findsWhatAScanOfAllItemsFinds(@ForAll("rows") float[] rows, @ForAll("query") float[] query,
            @ForAll @IntRange(min = 1, max = 12) int k, @ForAll int excluded) {
        assertFindsTheBest(new DenseMatrix(rows.length / D, D, rows), query, k, item -> (excluded >> item & 1) == 1);
    }

    @Property(seed = "14", tries = 50)
    void findsTheBestOfManyRandomItems(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int k) {
        SplittableRandom random = new SplittableRandom(seed);
        DenseMatrix rows = ServedModels.matrix(300, 16, random);
        for (int i = 0; i < rows.data().length; i++) {
            rows.data()[i] *= 1 + i / 16 % 7;
        }
        assertFindsTheBest(rows, ServedModels.matrix(1, 16, random).data(), k, item -> item % 5 == 0);
    }

    @Example
    void aZeroQueryRanksByIndex() {
        DenseMatrix rows = ServedModels.matrix(20, D, new SplittableRandom(1));
        assertFindsTheBest(rows, new float[D], 5, item -> item == 1);
    }

    @Example
    void nothingIsFoundWhereAllIsExcluded() {
        TopK top = new TopK(3);
        new NormOrderedItems(ServedModels.matrix(20, D, new SplittableRandom(1))).scan(new float[]{ 1, 2, 3 },
                item -> true, top);
        assertThat(top.size()).isZero();
    }

    @Example
    void rowsOfEqualNormAreAllSeen() {
        DenseMatrix rows = ServedModels.matrix(200, D, new SplittableRandom(2));
        for (int row = 0; row < rows.rows(); row++) {
            float norm = (float) Math.sqrt(Kernels.get().dot(rows.data(), row * D, rows.data(), row * D, D));
            Kernels.get().scale(1 / norm, rows.data(), row * D, D);
        }
        float[] query = Arrays.copyOfRange(rows.data(), 57 * D, 58 * D);
        assertFindsTheBest(rows, query, 7, item -> false);
    }

    @Provide
    Arbitrary<float[]> rows() {
        return vectors().list().ofMinSize(0).ofMaxSize(20).map(NormOrderedItemsTest::concatenated);
    }

    @Provide
    Arbitrary<float[]> query() {
        return vectors();
    }

    private static Arbitrary<float[]> vectors() {
        return Arbitraries.integers().between(-2, 2).map(Integer::floatValue).array(Float[].class).ofSize(D)
                .map(NormOrderedItemsTest::unboxed);
    }

    private static float[] unboxed(Float[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values[i];
        }
        return floats;
    }

    private static float[] concatenated(java.util.List<float[]> vectors) {
        float[] all = new float[vectors.size() * D];
        for (int i = 0; i < vectors.size(); i++) {
            System.arraycopy(vectors.get(i), 0, all, i * D, D);
        }
        return all;
    }

    private static void assertFindsTheBest(DenseMatrix rows, float[] query, int k, IntPredicate excluded) {
        TopK top = new TopK(k);
        new NormOrderedItems(rows).scan(query, excluded, top);
        int[] found = new int[k];
        float[] scores = new float[k];
        int count = top.drainTo(found, scores);
        assertThat(Arrays.copyOf(found, count)).isEqualTo(naive(rows, query, k, excluded));
        for (int place = 0; place < count; place++) {
            assertThat(scores[place]).isEqualTo(score(rows, query, found[place]));
        }
    }

    private static int[] naive(DenseMatrix rows, float[] query, int k, IntPredicate excluded) {
        return IntStream.range(0, rows.rows()).filter(excluded.negate()).boxed()
                .sorted((a, b) -> Float.compare(score(rows, query, b), score(rows, query, a))).limit(k)
                .mapToInt(Integer::intValue).toArray();
    }

    /** Minus zero is zero, as in {@link TopK}. */
    private static float score(DenseMatrix rows, float[] query, int item) {
        return Kernels.get().dot(query, 0, rows.data(), rows.offset(item), rows.cols()) + 0f;
    }
}
