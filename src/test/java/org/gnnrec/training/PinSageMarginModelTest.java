package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.CancellationException;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Few neighbors, so that the band of hard negatives is not empty. */
class PinSageMarginModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("modelType", "pinsage", "loss", "margin", "importanceNeighbors", 4);
    }

    /** Each epoch before has a hard negative more. */
    @Override
    int firstWholeEpoch() {
        return HardNegatives.MOST;
    }

    @AfterEach
    void noThreadWalksAnyMore() {
        assertThat(someThreadWalks()).isFalse();
    }

    private static boolean someThreadWalks() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("gnnrec-walks"));
    }

    @Test
    void aTrainingThatIsCancelledWhileAThreadWalksEndsIt() {
        CsrGraph graph = Graphs.random(300, 1000, 0.05, 3);
        TrainingConfig config = TrainingConfig.of(Map.of("modelType", "pinsage", "loss", "margin",
                "importanceNeighbors", 500, "batchSize", 64, "validationFraction", 0, "embeddingDimension", 8));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Trainer.train(Steps.task(graph, null, config, null), () -> {
                    if (someThreadWalks()) {
                        throw new CancellationException("terminated");
                    }
                }, (phase, epoch, epochs, loss, ndcg) -> {})).withMessage("terminated");
    }
}
