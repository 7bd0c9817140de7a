package org.gnnrec.lab.eval;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gnnrec.lab.client.Score;
import org.gnnrec.lab.client.TrainingOutcome;
import org.gnnrec.lab.data.DatasetLoader.Loaded;

/**
 * The result of a run, written as one flat JSON object: the components of its four parts and what stands beside them.
 *
 * @param validation the score the model was chosen by, never a test score; null if the model tells none
 * @param newItems null where no item without an interaction in training is tested
 * @param curve null unless asked for
 * @param warm null unless asked for
 */
@JsonPropertyOrder({ "setting", "recallAt20", "ndcgAt20", "validation", "beside", "newItems", "size", "times" })
record EvalReport(@JsonUnwrapped Setting setting, double recallAt20, double ndcgAt20, Score validation,
        @JsonUnwrapped Beside beside, NewItemScores newItems, @JsonUnwrapped Size size, @JsonUnwrapped Times times,
        long liveHeapBytes,
        double recommendMillisP50, double recommendMillisP99, @JsonUnwrapped Ground ground,
        List<LearningCurve.Point> curve, WarmRun.Result warm) {
    /** What was asked for; split is the data's own ('given'), by 'user' or by 'time'; the configuration is the model's whole one, with the chosen values. */
    record Setting(String data, String split, String fit, String modelType, Map<String, Object> configuration) {}

    /** The test scores of the baselines, of the model with no propagation (null where the type has none), and of FastRP (null unless asked for). */
    record Beside(Score popularity, Score itemKnn, Score rp3beta, Score noPropagation, Score fastRp) {
        private Map<String, Score> named() {
            Map<String, Score> named = new LinkedHashMap<>();
            named.put("no propagation", noPropagation);
            named.put("RP3beta", rp3beta);
            named.put("item-kNN", itemKnn);
            named.put("FastRP", fastRp);
            named.put("popularity", popularity);
            named.values().removeIf(Objects::isNull);
            return named;
        }
    }

    /** What was loaded, all three parts, and how long the model was fit. */
    record Size(long users, long items, long relationships, long epochs) {}

    /**
     * Wall times; load and evaluate by this JVM's clock, the others by the server's. With fit = train the whole search
     * is the training; with fit = train+valid it is select, and train is the one fit after it.
     */
    record Times(long loadMillis, long projectMillis, long selectMillis, long trainMillis, long writeMillis,
            long evaluateMillis) {
        /** Selection and fit are one training, or two. */
        static Times of(Loaded loaded, Trainings.Fitted fitted, long evaluateMillis) {
            TrainingOutcome.Times model = fitted.model().times();
            long selectMillis = fitted.trainMillis() - model.trainMillis();
            return new Times(loaded.millis(), model.projectMillis(), selectMillis, model.trainMillis(),
                    model.writeMillis(), evaluateMillis);
        }
    }

    /** On what it ran; the flags are those beside Neo4j's own. */
    record Ground(String kernels, long seed, String heap, List<String> jvmFlags, Map<String, Object> versions,
            String cpu) {}

    /** For people: a few lines. */
    String summary() {
        StringBuilder table = new StringBuilder();
        beside.named().forEach((name, score) -> table.append(row(name, score.recallAt20(), score.ndcgAt20())));
        if (newItems != null) {
            table.append("  ").append(newItems.summary()).append(System.lineSeparator());
        }
        return String.format(Locale.ROOT, """
                %s on %s (fit=%s, split=%s): %,d users, %,d items, %,d relationships
                                recall@20  ndcg@20
                %s%s%d epochs; load %.1f s, project %.1f s, select %.1f s, train %.1f s, write %.1f s, evaluate %.1f s
                live heap %,d MiB of %s; recommend p50 %.2f ms, p99 %.2f ms; %s kernels on %s
                """, setting.modelType, setting.data, setting.fit, setting.split, size.users, size.items,
                size.relationships, row(setting.modelType, recallAt20, ndcgAt20), table, size.epochs,
                times.loadMillis / 1e3, times.projectMillis / 1e3, times.selectMillis / 1e3, times.trainMillis / 1e3,
                times.writeMillis / 1e3, times.evaluateMillis / 1e3, liveHeapBytes >> 20, ground.heap,
                recommendMillisP50, recommendMillisP99, ground.kernels, ground.cpu);
    }

    private static String row(String name, double recall, double ndcg) {
        return String.format(Locale.ROOT, "  %-14s  %.4f     %.4f%n", name, recall, ndcg);
    }
}
