package org.gnnrec.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a graph without weights and on one with them. */
@ParameterizedClass
@ValueSource(booleans = { false, true })
class NormalizedAdjacencyTest {
    private static final int D = 5;

    private final NormalizedAdjacency adjacency;
    private final double[][] dense;

    NormalizedAdjacencyTest(boolean weighted) {
        CsrGraph plain = Graphs.random(23, 17, 0.2, 11);
        CsrGraph graph = weighted ? Graphs.weighted(plain, 12) : plain;
        adjacency = NormalizedAdjacency.of(BipartiteGraph.of(graph));
        dense = Graphs.normalized(graph);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3 })
    void bothHalvesMultiplyAsTheDenseTwin(int concurrency) {
        DenseMatrix users = random(23);
        DenseMatrix items = random(17);
        DenseMatrix toUsers = DenseMatrix.zeros(23, D);
        DenseMatrix toItems = DenseMatrix.zeros(17, D);
        try (Parallel parallel = new Parallel(concurrency)) {
            adjacency.toUsers().multiplyAdd(items, toUsers, parallel);
            adjacency.toItems().multiplyAdd(users, toItems, parallel);
        }
        for (int c = 0; c < D; c++) {
            for (int u = 0; u < 23; u++) {
                double sum = 0;
                for (int i = 0; i < 17; i++) {
                    sum += dense[u][i] * items.data()[i * D + c];
                }
                assertThat(toUsers.data()[u * D + c]).isCloseTo((float) sum, within(1e-5f));
            }
            for (int i = 0; i < 17; i++) {
                double sum = 0;
                for (int u = 0; u < 23; u++) {
                    sum += dense[u][i] * users.data()[u * D + c];
                }
                assertThat(toItems.data()[i * D + c]).isCloseTo((float) sum, within(1e-5f));
            }
        }
    }

    @Test
    void theUnitOfTheWeightsMakesNoDifference() {
        CsrGraph graph = Graphs.weighted(Graphs.random(23, 17, 0.2, 11), 12);
        float[] thousandfold = graph.weights().clone();
        for (int e = 0; e < thousandfold.length; e++) {
            thousandfold[e] *= 1000;
        }
        CsrGraph other = CsrGraph.of(23, 17, graph.offsets(), graph.neighbors(), thousandfold);
        for (Normalization normalization : List.of(Normalization.SYMMETRIC, new Normalization(0.6, -0.1))) {
            assertThat(NormalizedAdjacency.of(BipartiteGraph.of(other), normalization).toUsers().weights())
                    .containsExactly(
                            NormalizedAdjacency.of(BipartiteGraph.of(graph), normalization).toUsers().weights(),
                            within(1e-5f));
        }
    }

    private static DenseMatrix random(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        DenseMatrix matrix = DenseMatrix.zeros(rows, D);
        for (int i = 0; i < matrix.data().length; i++) {
            matrix.data()[i] = (float) random.nextGaussian();
        }
        return matrix;
    }
}
