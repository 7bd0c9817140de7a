package org.gnnrec.lab.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The row of {@code gnnrec.train}, as far as the runs here need it. Times in milliseconds of the server's clock. */
public record TrainingOutcome(String modelName, long ranEpochs, boolean didConverge, List<Double> epochLosses,
        Map<String, Object> metrics, long nodePropertiesWritten, Map<String, Object> configuration, Times times) {

    private static final Set<String> CHOSEN = Set.of("layers", "rowNormalization", "temperature", "negativePopularity",
            "normExponent", "degreeExponent", "embeddingDimension", "inputExponent", "outputExponent",
            "spectrumExponent", "method", "userExponent", "regularization",
            "spectral", "slim", "twoHop", "partWeights");

    /** Where the time of a training went. */
    public record Times(long projectMillis, long trainMillis, long writeMillis) {}

    static TrainingOutcome of(Record row) {
        Map<String, Object> metrics = row.get("metrics").asMap();
        Times times = new Times(row.get("projectMillis").asLong(), row.get("trainMillis").asLong(),
                row.get("writeMillis").asLong());
        return new TrainingOutcome(row.get("modelName").asString(), row.get("ranEpochs").asLong(),
                row.get("didConverge").asBoolean(), row.get("epochLosses").asList(Value::asDouble), metrics,
                row.get("nodePropertiesWritten").asLong(),
                row.get("configuration").asMap(), times);
    }

    /** True if the model has this hyperparameter. */
    public boolean has(String key) {
        return configuration.containsKey(key);
    }

    /** The hyperparameters that validation chooses where the configuration leaves them open. */
    public Map<String, Object> chosen() {
        Map<String, Object> chosen = new LinkedHashMap<>(configuration);
        chosen.keySet().retainAll(CHOSEN);
        return chosen;
    }

    /** What the fit was chosen by, on validation; null where the metrics have it not. */
    public Score validation() {
        return metrics.get("recallAt20") instanceof Number recall && metrics.get("ndcgAt20") instanceof Number ndcg
                ? new Score(recall.doubleValue(), ndcg.doubleValue())
                : null;
    }
}
