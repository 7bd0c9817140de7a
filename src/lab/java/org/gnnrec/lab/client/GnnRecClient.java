package org.gnnrec.lab.client;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** The plugin's procedures, called over Bolt as any client would, each in a transaction of its own. Not thread-safe. */
public final class GnnRecClient implements AutoCloseable {
    private final Session session;

    public GnnRecClient(Driver driver) {
        this.session = driver.session();
    }

    public TrainingOutcome train(Map<String, Object> config) {
        return TrainingOutcome.of(session.run("CALL gnnrec.train($config)", Map.of("config", config)).single());
    }

    /** The bytes of heap that a training needs. */
    public long estimate(Map<String, Object> config) {
        return session.run("CALL gnnrec.train.estimate($config) YIELD bytesMax", Map.of("config", config)).single()
                .get("bytesMax").asLong();
    }

    /** Scores a stored model on its test relationships. */
    public ComparedScores evaluate(String modelName) {
        List<ComparedScores.Row> rows = session.run("""
                CALL gnnrec.evaluate({modelName: $modelName}) YIELD model, segment, metric, k, value, users
                RETURN model, segment, metric, k, value, users""", Map.of("modelName", modelName))
                .list(GnnRecClient::scoreRow);
        return ComparedScores.of(rows);
    }

    private static ComparedScores.Row scoreRow(Record row) {
        return new ComparedScores.Row(row.get("model").asString(), row.get("segment").asString(),
                row.get("metric").asString(), row.get("k").asLong(), row.get("value").asDouble(),
                row.get("users").asLong());
    }

    /** One recommended item. */
    public record Recommendation(Object itemId, double score) {}

    /** The k best items for the user with this id, best first, read to the end. */
    public List<Recommendation> recommend(Object userId, int k, String modelName) {
        return session.run("""
                CALL gnnrec.recommend($user, $k, {modelName: $modelName}) YIELD itemId, score
                RETURN itemId, score""", Map.of("user", userId, "k", k, "modelName", modelName))
                .list(row -> new Recommendation(row.get("itemId").asObject(), row.get("score").asDouble()));
    }

    public Map<String, Object> version() {
        return session.run("CALL gnnrec.version()").single().asMap();
    }

    @Override
    public void close() {
        session.close();
    }
}
