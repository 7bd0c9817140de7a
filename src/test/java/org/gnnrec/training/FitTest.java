package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Map;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.layer.Ids;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void aLossThatStopsBeingFiniteNamesEpochBatchAndLearningRate() {
        CsrGraph graph = Graphs.parse(3, 4, "0:0,1; 1:2; 2:3");
        StepConfig config = Steps.config(Map.of("loss", "bpr", "layers", 1, "batchSize", 2,
                "embeddingDimension", 4, "learningRate", 0.5));
        try (Parallel parallel = new Parallel(1);
                Fit fit = Steps.fit(graph, config, Workers.of(parallel, () -> {}))) {
            fit.train(3);
            Arrays.fill(fit.base().items().data(), Float.NaN);
            assertThatIllegalStateException().isThrownBy(fit::epoch)
                    .withMessage("the loss became NaN in epoch 2, batch 2 at learningRate 0.5: lower learningRate");
        }
    }

    @Test
    void aSideWithoutIdsKeepsNoRows() {
        CsrGraph graph = Graphs.parse(3, 4, "0:0,1; 1:2; 2:3");
        try (Parallel parallel = new Parallel(1)) {
            for (Ids ids : Ids.values()) {
                StepConfig config = Steps.config(Map.of("modelType", "graphsage", "useIds", ids.value(),
                        "embeddingDimension", 4, "temperature", 0.2, "negativePopularity", 0.0));
                try (Fit fit = Steps.fit(graph, config, Workers.of(parallel, () -> {}))) {
                    fit.epoch();
                    assertThat(isZero(fit.base().users())).isEqualTo(!ids.ofUsers());
                    assertThat(isZero(fit.base().items())).isEqualTo(!ids.ofItems());
                    assertThat(isZero(fit.gradient().users()) && isZero(fit.gradient().items())).isTrue();
                }
            }
        }
    }

    private static boolean isZero(DenseMatrix rows) {
        return Arrays.equals(rows.data(), new float[rows.data().length]);
    }
}
