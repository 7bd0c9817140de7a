package org.gnnrec.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
    @Test
    void pointsArePowersOfTwoBelowTheLast() {
        assertThat(LearningCurve.epochs(20)).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(LearningCurve.epochs(8)).containsExactly(1L, 2L, 4L);
        assertThat(LearningCurve.epochs(1)).isEmpty();
    }

    @Test
    void aPointKeepsWhatWasChosenAndRunsAllItsEpochs() {
        TrainedModel model = new TrainedModel("eval", 20, true, List.of(), Map.of(),
                Map.of("layers", 2L, "temperature", 0.15, "patience", 5L), new TrainedModel.Times(0, 0, 0, 0, 0));
        Map<String, Object> config = Map.of("modelName", "eval", "writeProperty", "mine", "refit", true);
        assertThat(LearningCurve.pointConfig(config, model, 4)).isEqualTo(Map.of("modelName", "eval_curve", "refit",
                true, "layers", 2L, "temperature", 0.15, "epochs", 4L, "patience", 4L));
    }
}
