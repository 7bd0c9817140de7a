package org.gnnrec.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gnnrec.lab.client.Score;
import org.gnnrec.lab.client.TrainingOutcome;
import org.gnnrec.lab.data.DatasetLoader.Loaded;
import org.gnnrec.lab.program.RunJson;
import org.junit.jupiter.api.Test;

class EvalReportTest {
    private static final TrainingOutcome SELECTED = model(new TrainingOutcome.Times(9, 300, 19));
    private static final TrainingOutcome FITTED = model(new TrainingOutcome.Times(10, 200, 20));
    private static final Loaded LOADED = new Loaded(3, 4, 5, 6);

    private static TrainingOutcome model(TrainingOutcome.Times times) {
        return new TrainingOutcome("eval", 22, true, List.of(), Map.of(), 0, Map.of(), times);
    }

    private static EvalReport report(FitParts fit) {
        List<TrainingOutcome> trainings = fit == FitParts.TRAIN ? List.of(SELECTED) : List.of(SELECTED, FITTED);
        Map<String, Object> versions = new TreeMap<>(Map.of("gnnrec", "0.1.0", "neo4j", "2026.08.1"));
        versions.put("gds", null);
        return new EvalReport(
                new EvalReport.Setting("gowalla", "given", fit.toString(), "lightgcn", Map.of("epochs", 30L)), 0.1901,
                0.159, new Score(0.15, 0.1),
                new EvalReport.Beside(new Score(0.04, 0.03), new Score(0.16, 0.13), new Score(0.17, 0.14),
                        new Score(0.18, 0.15), null),
                new NewItemScores(0.41, 0.31,
                        new RidgeBaseline.Result(10, new Score(0.38, 0.28), new Score(0.09, 0.05))),
                new EvalReport.Size(3, 4, 5, 22),
                EvalReport.Times.of(LOADED, new Trainings.Fitted(trainings), 70), 123_456_789L, 0.5,
                1.25, new EvalReport.Ground("vector", 42, "4g", List.of("-Dx=y"), versions, "a processor"),
                List.of(new LearningCurve.Point(1, 0.1, 0.09, 5)), new WarmRun.Result(0.18, 0.15, 9, 4));
    }

    @Test
    void theJsonHasTheseKeysInThisOrder() throws IOException {
        JsonNode json = new ObjectMapper().readTree(RunJson.of(report(FitParts.TRAIN)));
        assertThat(json.fieldNames()).toIterable().containsExactly("data", "split", "fit", "modelType",
                "configuration", "recallAt20", "ndcgAt20", "validation", "popularity", "itemKnn", "rp3beta",
                "noPropagation", "fastRp", "newItems", "users", "items",
                "relationships", "epochs", "loadMillis", "projectMillis", "selectMillis", "trainMillis", "writeMillis",
                "evaluateMillis", "liveHeapBytes", "recommendMillisP50", "recommendMillisP99", "kernels", "seed",
                "heap",
                "jvmFlags", "versions", "cpu", "curve", "warm");
        assertThat(json.get("popularity").fieldNames()).toIterable().containsExactly("recallAt20", "ndcgAt20");
        assertThat(json.get("curve").get(0).fieldNames()).toIterable().containsExactly("epochs", "recallAt20",
                "ndcgAt20", "trainMillis");
        assertThat(json.get("warm").fieldNames()).toIterable().containsExactly("recallAt20", "ndcgAt20", "trainMillis",
                "epochs");
        assertThat(json.get("newItems").fieldNames()).toIterable().containsExactly("recallAt20", "ndcgAt20", "ridge");
        assertThat(json.get("newItems").get("ridge").fieldNames()).toIterable().containsExactly("penalty", "newItems",
                "allItems");
        assertThat(json.get("fastRp").isNull()).isTrue();
        assertThat(json.get("recallAt20").asDouble()).isEqualTo(0.1901);
        assertThat(json.get("versions").get("gds").isNull()).isTrue();
    }

    @Test
    void onTrainTheWholeSearchIsTheTraining() {
        assertThat(report(FitParts.TRAIN).times()).isEqualTo(new EvalReport.Times(6, 9, 0, 300, 19, 70));
    }

    @Test
    void onBothTheSearchIsSelectAndTheLastFitTheTraining() {
        assertThat(report(FitParts.TRAIN_AND_VALID).times()).isEqualTo(new EvalReport.Times(6, 10, 300, 200, 20, 70));
    }

    @Test
    void theSummaryStandsTheModelBesideItsBaselines() {
        assertThat(report(FitParts.TRAIN).summary()).contains("lightgcn on gowalla (fit=train, split=given)")
                .containsPattern("lightgcn +0\\.1901 +0\\.1590").containsPattern("item-kNN +0\\.1600 +0\\.1300")
                .containsPattern("RP3beta +0\\.1700 +0\\.1400")
                .containsPattern("no propagation +0\\.1800 +0\\.1500").doesNotContain("FastRP")
                .containsPattern("popularity +0\\.0400 +0\\.0300")
                .contains("new items among themselves 0.4100 / 0.3100; ridge 0.3800 / 0.2800, among all items 0.0900")
                .contains("22 epochs").contains("117 MiB");
    }
}
