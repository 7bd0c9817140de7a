package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class SplitTest {
    private final CsrGraph graph = Graphs.random(400, 60, 0.2, 9).union(Graphs.parse(400, 60, "0:7"));

    @Test
    void everyEdgeIsOnOneSideAndEveryUserKeepsOne() {
        Split split = split(graph, 0.5, 1);
        assertThat(split.train().edgeCount() + split.validation().edgeCount()).isEqualTo(graph.edgeCount());
        assertThat(split.train().union(split.validation()).neighbors()).containsExactly(graph.neighbors());
        for (int user = 0; user < 400; user++) {
            assertThat(split.train().degree(user)).isGreaterThanOrEqualTo(Math.min(1, graph.degree(user)));
        }
    }

    @Test
    void theShareHeldOutIsTheFraction() {
        Split split = split(graph, 0.1, 1);
        assertThat(split.validation().edgeCount() / (double) graph.edgeCount()).isBetween(0.09, 0.11);
    }

    @Test
    void nothingIsHeldOutForTheFractionZero() {
        assertThat(split(graph, 0, 1).validation().edgeCount()).isZero();
    }

    @Test
    void theSameSeedHoldsOutTheSame() {
        assertThat(split(graph, 0.3, 4).validation().neighbors())
                .containsExactly(split(graph, 0.3, 4).validation().neighbors());
    }

    @Test
    void aSampleHasTheRowsOfSomeUsers() {
        Split split = split(Graphs.weighted(graph, 3), 0.2, 1);
        Split sample = split.sample(split.train().edgeCount() / 4, new SplittableRandom(2));
        assertThat(sample.train().rowCount()).isEqualTo(sample.validation().rowCount()).isBetween(99, 100);
        assertThat(sample.train().columnCount()).isEqualTo(60);
        int user = 0;
        for (int row = 0; row < sample.train().rowCount(); row++) {
            while (!sample.train().row(row).sameEdges(split.train().row(user))) {
                user++;
            }
            assertThat(sample.validation().row(row).sameEdges(split.validation().row(user))).isTrue();
        }
    }

    @Test
    void aSmallSplitIsItsOwnSample() {
        Split split = split(graph, 0.2, 1);
        assertThat(split.sample(1_000_000, new SplittableRandom(2))).isSameAs(split);
    }

    private static Split split(CsrGraph graph, double fraction, long seed) {
        return Split.of(graph, Features.none(graph.rowCount(), graph.columnCount()), fraction,
                new SplittableRandom(seed));
    }
}
