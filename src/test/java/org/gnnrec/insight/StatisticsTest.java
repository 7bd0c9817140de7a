package org.gnnrec.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.nested.NestedClassLoader;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private final Statistics statistics = Statistics.get();

    @Test
    void hipparchusLivesInALoaderOfItsOwn() throws ReflectiveOperationException {
        ClassLoader loader = statistics.getClass().getClassLoader();
        assertThat(loader).isInstanceOf(NestedClassLoader.class);
        assertThat(loader.loadClass("org.hipparchus.stat.inference.GTest").getClassLoader()).isSameAs(loader);
        assertThat(loader.loadClass(DenseMatrix.class.getName())).isSameAs(DenseMatrix.class);
    }

    @Test
    void theMeansAreThoseOfTheGroupsWhateverTheSeed() {
        DenseMatrix points = new DenseMatrix(6, 1, new float[]{ 0, 1, 2, 10, 11, 12 });
        for (long seed = 0; seed < 20; seed++) {
            assertThat(statistics.kMeans(points, 2, seed, () -> {}).data()).containsExactlyInAnyOrder(1, 11);
        }
    }

    @Test
    void theBestOfTheStartsHasTheLeastSquares() {
        DenseMatrix points = new DenseMatrix(8, 1, new float[]{ 0, 0.1f, 10, 10.1f, 100, 100.1f, 110, 110.1f });
        for (long seed = 0; seed < 20; seed++) {
            assertThat(statistics.kMeans(points, 4, seed, () -> {}).data())
                    .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : Float.compare(a, b))
                    .containsExactlyInAnyOrder(0.05f, 10.05f, 100.05f, 110.05f);
        }
    }

    /** Dunning's formula by hand: 2 sum k ln(k n / (row column)). */
    @Test
    void theRatioIsDunningsWithASign() {
        double g2 = 2 * (30 * Math.log(30.0 * 100 / (40 * 50)) + 10 * Math.log(10.0 * 100 / (40 * 50))
                + 20 * Math.log(20.0 * 100 / (60 * 50)) + 40 * Math.log(40.0 * 100 / (60 * 50)));
        assertThat(statistics.rootLogLikelihoodRatio(30, 10, 20, 40)).isCloseTo(Math.sqrt(g2), within(1e-9));
        assertThat(statistics.rootLogLikelihoodRatio(10, 30, 40, 20)).isCloseTo(-Math.sqrt(g2), within(1e-9));
    }

    @Test
    void quantilesAreThoseOfTheTables() {
        assertThat(statistics.normalQuantile(0.975)).isCloseTo(1.959964, within(1e-6));
    }
}
