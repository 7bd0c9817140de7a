package org.gnnrec.model.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Sample;
import org.gnnrec.linalg.Workers;
import org.gnnrec.testing.Graphs;

class GramTest {
    private static final int USERS = 40;
    private static final int ITEMS = 30;

    /** Several calls of one object, since it keeps scratch from one to the next. */
    @Property(tries = 50)
    void sumsOfSomeItemsAreThoseOfAllSums(@ForAll @DoubleRange(min = 0, max = 0.6) double density,
            @ForAll long seed) {
        BipartiteGraph graph = BipartiteGraph.of(Graphs.weighted(Graphs.random(USERS, ITEMS, density, seed), seed));
        double[] factors = new SplittableRandom(seed).doubles(USERS).toArray();
        try (Parallel alone = new Parallel(1)) {
            Gram.Copies local = new LocalGram(graph, factors);
            Gram.Copies dense = DenseGram.of(graph, factors, new Workers(alone, Cancellation.NEVER)).copies();
            for (int size = 1; size < ITEMS; size += 7) {
                assertSums(graph.userItems(), factors, items(size, seed), local, dense);
            }
        }
    }

    private static int[] items(int size, long seed) {
        int[] all = new int[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            all[item] = ITEMS - 1 - item;
        }
        return Sample.of(all, size, new SplittableRandom(seed));
    }

    private static void assertSums(CsrGraph graph, double[] factors, int[] items, Gram.Copies local,
            Gram.Copies dense) {
        int n = items.length;
        float[] ofLocal = filled(n);
        float[] ofDense = filled(n);
        local.copy(items, ofLocal);
        dense.copy(items, ofDense);
        for (int row = 0; row < n; row++) {
            for (int col = 0; col < n; col++) {
                double wanted = col < row ? 0 : sum(graph, factors, items[row], items[col]);
                assertThat((double) ofLocal[row * n + col]).isCloseTo(wanted, within(1e-4 * (1 + wanted)));
                assertThat((double) ofDense[row * n + col]).isCloseTo(wanted, within(1e-4 * (1 + wanted)));
            }
        }
    }

    private static float[] filled(int n) {
        float[] values = new float[n * n];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private static double sum(CsrGraph graph, double[] factors, int item, int other) {
        double sum = 0;
        for (int user = 0; user < USERS; user++) {
            sum += factors[user] * graph.weightBetween(user, item) * graph.weightBetween(user, other);
        }
        return sum;
    }
}
