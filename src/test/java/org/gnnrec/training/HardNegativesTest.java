package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class HardNegativesTest {
    private static final int BATCH = 16;

    private final CsrGraph graph = Graphs.random(13, 20, 0.3, 2);
    private final CsrGraph band = Graphs.random(20, 20, 0.4, 5);
    private final Batch batch = new Batch(13, 20, BATCH, 0, 200, 4);

    /** Epochs of one step. */
    static HardNegatives of(CsrGraph graph, CsrGraph band, int batchSize) {
        return new HardNegatives(graph, new Producer<>("walks", cancellation -> band), Cancellation.NEVER, 1, batchSize,
                new SplittableRandom(3));
    }

    @Test
    void areOfTheBandAndNotOfTheUser() {
        HardNegatives hard = of(graph, band, BATCH);
        fillBatch();
        hard.draw(batch);
        assertThat(hardCount(hard)).isZero();
        hard.draw(batch);
        for (int edge = 0; edge < batch.size(); edge++) {
            assertThat(hard.size(edge)).isBetween(0, 1);
            for (int n = 0; n < hard.size(edge); n++) {
                int item = batch.items().row(hard.slot(edge, n));
                assertThat(band.contains(batch.items().row(batch.itemSlot(edge)), item)).isTrue();
                assertThat(graph.contains(batch.users().row(batch.userSlot(edge)), item)).isFalse();
            }
        }
        assertThat(hardCount(hard)).isPositive();
    }

    @Test
    void theFirstEpochDoesNotWaitForTheWalksAndTheSecondDoes() {
        CountDownLatch firstEpochIsOver = new CountDownLatch(1);
        Producer<CsrGraph> walks = new Producer<>("walks", cancellation -> {
            ProducerTest.await(firstEpochIsOver);
            return band;
        });
        try (HardNegatives hard = new HardNegatives(graph, walks, firstEpochIsOver::countDown, 3, BATCH,
                new SplittableRandom(3))) {
            fillBatch();
            for (int step = 0; step < 3; step++) {
                hard.draw(batch);
                assertThat(walks.isDone()).isFalse();
            }
            hard.draw(batch);
            assertThat(hardCount(hard)).isPositive();
        }
    }

    @Test
    void walksThatFailEndTheTrainingInItsFirstEpoch() {
        IllegalArgumentException failure = new IllegalArgumentException("too many");
        Producer<CsrGraph> walks = new Producer<>("walks", cancellation -> {
            throw failure;
        });
        try (HardNegatives hard = new HardNegatives(graph, walks, Cancellation.NEVER, 1_000_000, BATCH,
                new SplittableRandom(3))) {
            fillBatch();
            assertThatIllegalStateException().isThrownBy(() -> {
                while (true) {
                    hard.draw(batch);
                }
            }).withMessage("gnnrec-walks failed: too many").withCause(failure);
        }
    }

    private void fillBatch() {
        new EdgeOrder(graph, new SplittableRandom(5)).next(batch);
    }

    private int hardCount(HardNegatives hard) {
        int count = 0;
        for (int edge = 0; edge < batch.size(); edge++) {
            count += hard.size(edge);
        }
        return count;
    }
}
