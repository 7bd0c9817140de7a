package org.gnnrec.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gnnrec.lab.client.TrainingOutcome;
import org.gnnrec.lab.data.DatasetBuilder;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.data.SplitRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvalTest {
    private final StringWriter errors = new StringWriter();
    private final CommandLine line = Eval.commandLine().setErr(new PrintWriter(errors, true));

    @AfterEach
    void clearProperties() {
        List.of("data", "fit", "curve", "warm", "heap").forEach(System::clearProperty);
    }

    private EvalPlan plan(String... arguments) {
        line.parseArgs(arguments);
        return line.<Eval>getCommand().plan();
    }

    @Test
    void optionsHaveTheirDefaults() {
        assertThat(plan("--data=d")).isEqualTo(new EvalPlan(Path.of("d"), "lightgcn", Map.of(), FitParts.TRAIN,
                SplitRule.USER, KernelChoice.VECTOR, new EvalPlan.Extras(false, false, false), "4g", 42));
    }

    @Test
    void optionsMayBeSystemProperties() {
        System.setProperty("data", "d");
        System.setProperty("fit", "train+valid");
        System.setProperty("curve", "true");
        System.setProperty("warm", "true");
        System.setProperty("heap", "${heap}");
        EvalPlan plan = plan("--kernels=scalar", "--split=time", "--config={\"epochs\": 30, \"layers\": 1}");
        assertThat(plan).isEqualTo(new EvalPlan(Path.of("d"), "lightgcn", Map.of("epochs", 30, "layers", 1),
                FitParts.TRAIN_AND_VALID, SplitRule.TIME, KernelChoice.SCALAR, new EvalPlan.Extras(true, true, false),
                "4g",
                42));
    }

    @Test
    void theGivenConfigurationWins() {
        EvalPlan plan = plan("--data=d", "--fit=train+valid", "--config={\"epochs\": 30, \"randomSeed\": 7}");
        DatasetBuilder data = new DatasetBuilder("d");
        data.interaction(Part.VALID, "1", "2");
        assertThat(plan.selectConfig(data.build(SplitRule.USER, 1)))
                .isEqualTo(Map.of("modelName", "eval", "modelType", "lightgcn", "relationshipTypes", List.of("TRAIN"),
                        "validationRelationshipTypes", List.of("VALID"), "testRelationshipTypes", List.of("TEST"),
                        "epochs", 30, "randomSeed", 7));
    }

    @Test
    void theFitOnBothGoesOnFromWhatWasFoundAndHoldsNothingOut() {
        assertThat(plan("--data=d").warmConfig("eval", List.of("VALID"))).isEqualTo(Map.of("modelName", "eval",
                "warmStart", true, "relationshipTypes", List.of("TRAIN", "VALID"), "validationRelationshipTypes",
                List.of()));
        assertThat(plan("--data=d").warmConfig("other", List.of("LATER"))).isEqualTo(Map.of("modelName", "other",
                "warmStart", true, "relationshipTypes", List.of("TRAIN", "LATER")));
    }

    @Test
    void withoutPropagationTheRestIsChosenAnew() {
        DatasetBuilder data = new DatasetBuilder("d");
        data.interaction(Part.TRAIN, "1", "2");
        assertThat(plan("--data=d", "--config={\"sampleSizes\": [25, 10]}")
                .noPropagationConfig(data.build(SplitRule.USER, 1)))
                .isEqualTo(Map.of("modelName", "eval_no_propagation", "modelType", "lightgcn", "relationshipTypes",
                        List.of("TRAIN"), "testRelationshipTypes", List.of("TEST"), "randomSeed", 42L, "layers", 0L,
                        "vectorIndex", false));
    }

    @Test
    void thePointsOfTheCurveTakeWhatWasFoundAndHoldNothingOut() {
        EvalPlan plan = plan("--data=d", "--fit=train+valid");
        DatasetBuilder data = new DatasetBuilder("d");
        data.interaction(Part.VALID, "1", "2");
        TrainingOutcome selected = new TrainingOutcome("eval", 20, true, List.of(), Map.of(), 0,
                Map.of("layers", 2L, "temperature", 0.15, "patience", 5L), new TrainingOutcome.Times(0, 0, 0));
        assertThat(plan.fixedConfig(data.build(SplitRule.USER, 1), selected, 20)).isEqualTo(Map.of("modelName", "eval",
                "modelType", "lightgcn", "relationshipTypes", List.of("TRAIN", "VALID"), "testRelationshipTypes",
                List.of("TEST"), "randomSeed", 42L, "layers", 2L, "temperature", 0.15, "validationFraction", 0.0,
                "epochs",
                20L));
    }

    @Test
    void withoutValidInteractionsThePluginValidatesOnItsOwn() {
        DatasetBuilder data = new DatasetBuilder("d");
        data.interaction(Part.TRAIN, "1", "2");
        assertThat(plan("--data=d").selectConfig(data.build(SplitRule.USER, 1)))
                .doesNotContainKey("validationRelationshipTypes");
    }

    @Test
    void wrongValuesAndUnknownFoldersEndWithAMessage(@TempDir Path empty) {
        assertThat(line.execute("--data=d", "--fit=all")).isEqualTo(2);
        assertThat(errors.toString()).contains("fit must be 'train' or 'train+valid' but was 'all'");
        assertThat(line.execute("--data=" + empty, "--config=[1")).isEqualTo(1);
        assertThat(errors.toString()).contains("eval: config must be a JSON object but was '[1'");
        assertThat(line.execute("--data=" + empty)).isEqualTo(1);
        assertThat(errors.toString()).contains("eval: no known data set in").doesNotContain("\tat ");
    }
}
