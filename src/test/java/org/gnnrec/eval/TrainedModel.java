package org.gnnrec.eval;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The row of {@code gnnrec.train}, as far as the runs here need it. Times in milliseconds of the server's clock. */
public record TrainedModel(String modelName, long ranEpochs, boolean didConverge, List<Double> epochLosses,
        Map<String, Object> metrics, Map<String, Object> configuration, Times times) {
    /** Where the time of a training went; select is the search for the best epoch and its pilots, fit what follows. */
    public record Times(long projectMillis, long trainMillis, long selectMillis, long fitMillis, long writeMillis) {}

    static TrainedModel of(Record row) {
        Map<String, Object> metrics = row.get("metrics").asMap();
        Times times = new Times(row.get("projectMillis").asLong(), row.get("trainMillis").asLong(),
                millis(metrics, "selectMillis"), millis(metrics, "fitMillis"), row.get("writeMillis").asLong());
        return new TrainedModel(row.get("modelName").asString(), row.get("ranEpochs").asLong(),
                row.get("didConverge").asBoolean(), row.get("epochLosses").asList(Value::asDouble), metrics,
                row.get("configuration").asMap(), times);
    }

    private static long millis(Map<String, Object> metrics, String key) {
        return metrics.get(key) instanceof Number number ? number.longValue() : 0;
    }

    /** What the fit was chosen by, on validation; null where the metrics have it not. */
    public Score validation() {
        return metrics.get("recallAt20") instanceof Number recall && metrics.get("ndcgAt20") instanceof Number ndcg
                ? new Score(recall.doubleValue(), ndcg.doubleValue())
                : null;
    }
}
