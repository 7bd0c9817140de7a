package org.gnnrec.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gnnrec.linalg.SparseSums;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class SharedUsersTest {
    @Test
    void sumsAreThoseOfADenseProduct() {
        CsrGraph graph = Graphs.weighted(Graphs.random(30, 20, 0.2, 5), 3);
        double[] factors = new double[30];
        for (int user = 0; user < 30; user++) {
            factors[user] = 1.0 / (user + 1);
        }
        SharedUsers shared = new SharedUsers(BipartiteGraph.of(graph), factors);
        for (int item = 0; item < 20; item++) {
            SparseSums sums = shared.with(item);
            for (int other = 0; other < 20; other++) {
                double sum = 0;
                boolean has = false;
                for (int user = 0; user < 30; user++) {
                    sum += factors[user] * graph.weightBetween(user, item) * graph.weightBetween(user, other);
                    has |= graph.contains(user, item) && graph.contains(user, other);
                }
                assertThat(sums.sum(other)).isCloseTo(sum, within(1e-9));
                assertThat(sums.has(other)).isEqualTo(has);
            }
        }
    }
}
