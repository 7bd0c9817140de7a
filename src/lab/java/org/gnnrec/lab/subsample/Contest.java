package org.gnnrec.lab.subsample;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.evaluation.ItemKnnScorer;
import org.gnnrec.evaluation.ItemSimilarity;
import org.gnnrec.evaluation.PopularityScorer;
import org.gnnrec.evaluation.Scorer;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.lab.client.Score;
import org.gnnrec.lab.ranking.FullRanking;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.training.ModelScorer;
import org.gnnrec.training.Trainer;
import org.gnnrec.training.TrainingConfig;
import org.gnnrec.training.TrainingResult;
import org.gnnrec.training.TrainingTask;

/**
 * Trains model types on the training part of a sample, chooses by its validation part, and scores them and baselines on
 * its test part. Nothing is chosen on test.
 */
record Contest(List<String> modelTypes, Map<String, Object> config, long seed) {

    private static final int NEIGHBORS = 100;
    private static final int THREADS = 2;

    SampleScores run(Sampling.Parts parts) {
        Map<String, Double> scores = new LinkedHashMap<>();
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String modelType : modelTypes) {
            long start = System.nanoTime();
            TrainingResult result = train(modelType, parts);
            seconds.put(modelType, (System.nanoTime() - start) / 1e9);
            scores.put(modelType, ndcg(scorer(result), parts));
        }
        BipartiteGraph graph = BipartiteGraph.of(parts.train());
        try (Parallel parallel = new Parallel(THREADS)) {
            scores.put("itemKnn", ndcg(new ItemKnnScorer(graph, ItemSimilarity.COSINE, NEIGHBORS, parallel), parts));
            scores.put("rp3beta", ndcg(new ItemKnnScorer(graph, ItemSimilarity.RP3BETA, NEIGHBORS, parallel), parts));
        }
        scores.put("popularity", ndcg(new PopularityScorer(parts.train()), parts));
        return new SampleScores(parts.kept(), parts.number(), parts.train().edgeCount(), scores, seconds);
    }

    private TrainingResult train(String modelType, Sampling.Parts parts) {
        Map<String, Object> keys = new HashMap<>(Map.of("modelType", modelType, "randomSeed", seed, "concurrency",
                (long) THREADS, "refit", false));
        keys.putAll(config);
        return Trainer.train(
                new TrainingTask(parts.train(), parts.valid(),
                        Features.none(parts.train().rowCount(), parts.train().columnCount()), TrainingConfig.of(keys),
                        null),
                Cancellation.NEVER, (phase, done, of, loss, ndcg) -> {});
    }

    private static Scorer scorer(TrainingResult result) {
        TrainedModel model = result.model();
        FittedModel fitted = new FittedModel(result.fitted(), model.items(), model.state());
        return new ModelScorer(model.users(), model.items(), result.chosen().spec().foldIn(fitted), result.fitted());
    }

    private static double ndcg(Scorer scorer, Sampling.Parts parts) {
        Score score = FullRanking.score(scorer, parts.train(), parts.test());
        return score.ndcgAt20();
    }
}
