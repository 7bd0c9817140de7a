package org.gnnrec.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsrBuilderTest {
    @Property(tries = 300)
    void buildsTheSetOfTheEdgesAdded(@ForAll @Size(max = 80) List<@IntRange(min = 0, max = 34) Integer> edges) {
        CsrBuilder builder = new CsrBuilder(5, 7);
        TreeSet<Integer> expected = new TreeSet<>();
        for (int edge : edges) {
            builder.add(edge / 7, edge % 7);
            expected.add(edge);
        }
        CsrGraph graph = builder.build();
        TreeSet<Integer> found = new TreeSet<>();
        for (int row = 0; row < 5; row++) {
            for (int e = graph.offsets()[row]; e < graph.offsets()[row + 1]; e++) {
                found.add(row * 7 + graph.neighbors()[e]);
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(graph.edgeCount()).isEqualTo(expected.size());
        assertThat(CsrGraph.of(5, 7, graph.offsets(), graph.neighbors(), null).edgeCount()).isEqualTo(expected.size());
    }

    @Test
    void keepsEdgesAcrossChunks() {
        CsrBuilder builder = new CsrBuilder(300, 400);
        SplittableRandom random = new SplittableRandom(5);
        TreeSet<Integer> expected = new TreeSet<>();
        for (int n = 0; n < 150_000; n++) {
            int edge = random.nextInt(300 * 400);
            builder.add(edge / 400, edge % 400);
            expected.add(edge);
        }
        CsrGraph graph = builder.build();
        assertThat(graph.edgeCount()).isEqualTo(expected.size());
        assertThat(expected).allMatch(edge -> graph.contains(edge / 400, edge % 400));
    }

    @Property(tries = 100)
    void weightsOfAnEdgeAddedTwiceAddUpInAnyOrder(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 14) Integer> edges, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] weights = new float[edges.size()];
        double[] expected = new double[15];
        CsrBuilder forward = new CsrBuilder(3, 5, true);
        for (int n = 0; n < weights.length; n++) {
            weights[n] = (float) Math.pow(10, random.nextDouble(-9, 9));
            expected[edges.get(n)] += weights[n];
            forward.add(edges.get(n) / 5, edges.get(n) % 5, weights[n]);
        }
        CsrBuilder backward = new CsrBuilder(3, 5, true);
        for (int n = weights.length - 1; n >= 0; n--) {
            backward.add(edges.get(n) / 5, edges.get(n) % 5, weights[n]);
        }
        CsrGraph graph = forward.build();
        assertThat(backward.build().sameEdges(graph)).isTrue();
        for (int edge = 0; edge < 15; edge++) {
            assertThat(graph.weightBetween(edge / 5, edge % 5)).isCloseTo((float) expected[edge], withPercentage(1e-4));
        }
    }

    @Test
    void edgesOutsideAreRefusedWithTheirPlace() {
        CsrBuilder builder = new CsrBuilder(2, 3);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> builder.add(0, 3))
                .withMessageContaining("(0, 3)");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> builder.add(-1, 0));
    }

    @Test
    void moreEdgesThanAnArrayHoldsAreRefusedWithTheCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> CsrBuilder.requireFits(3_000_000_000L))
                .withMessageContaining("3000000000").withMessageContaining("2147483639");
        CsrBuilder.requireFits(CsrBuilder.MAX_EDGES);
    }

    @Test
    void aGraphWithoutEdgesIsBuilt() {
        assertThat(new CsrBuilder(0, 0).build().edgeCount()).isZero();
        assertThat(new CsrBuilder(4, 0).build().offsets()).containsOnly(0);
    }
}
