package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Map;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.Graphs;
import org.gnnrec.linalg.Parallel;
import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void aLossThatStopsBeingFiniteNamesEpochBatchAndLearningRate() {
        BipartiteGraph graph = BipartiteGraph.of(Graphs.parse(3, 4, "0:0,1; 1:2; 2:3"));
        TrainingConfig config = TrainingConfig.of(Map.of("loss", "bpr", "layers", 1, "batchSize", 2,
                "embeddingDimension", 4, "learningRate", 0.5));
        try (Parallel parallel = new Parallel(1)) {
            Fit fit = new Fit(graph, config, new Workers(parallel, () -> {}));
            fit.train(3);
            Arrays.fill(fit.base().items().data(), Float.NaN);
            assertThatIllegalStateException().isThrownBy(fit::epoch)
                    .withMessage("the loss became NaN in epoch 2, batch 2 at learningRate 0.5: lower learningRate");
        }
    }
}
