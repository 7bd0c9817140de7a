package org.gnnrec.model.gat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.gnnrec.linalg.Parallel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeSoftmaxTest {
    @ParameterizedTest
    @CsvSource({ "1,1", "1,1e30", "7,1e-3", "7,1e30", "5000,50", "200000,1", "200000,1e30", "1000000,3" })
    void attentionOfANodeAddsUpToOne(int edges, float largest) {
        SplittableRandom random = new SplittableRandom(5);
        float[] scores = new float[edges + 3];
        for (int e = 0; e < scores.length; e++) {
            scores[e] = (float) random.nextDouble(-largest, largest);
        }
        try (Parallel parallel = new Parallel(2)) {
            Edges nodes = new Edges(2, 3, new int[]{ 0, edges, edges + 3 }, new int[0]);
            EdgeSoftmax.forward(nodes, scores, parallel);
        }
        assertThat(sum(scores, 0, edges)).isCloseTo(1, within(2e-6));
        assertThat(sum(scores, edges, edges + 3)).isCloseTo(1, within(1e-6));
    }

    private static double sum(float[] attention, int from, int to) {
        double sum = 0;
        for (int e = from; e < to; e++) {
            assertThat(attention[e]).isBetween(0f, 1f);
            sum += attention[e];
        }
        return sum;
    }
}
