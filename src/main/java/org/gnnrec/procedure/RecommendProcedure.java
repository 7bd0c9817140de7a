package org.gnnrec.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.config.Key;
import org.gnnrec.jobs.ModelKeys;
import org.gnnrec.jobs.StoredModels;
import org.gnnrec.serving.Recommendation;
import org.gnnrec.serving.Recommender;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** {@code gnnrec.recommend}. */
public final class RecommendProcedure {
    private static final Key<Integer> K = Key.integer("k", 1, 1_000_000, "How many items.").usually(10);

    @Context
    public Transaction tx;

    /** The row of {@code gnnrec.recommend}. */
    public record RecommendRow(Node item, Object itemId, double score, long rank, String basis, String engine,
            long modelVersion) {}

    @Procedure(name = "gnnrec.recommend", mode = Mode.READ)
    @Description("The k best items for a user that the user has not interacted with, from the graph as this transaction sees it.")
    public Stream<RecommendRow> recommend(
            @Name(value = "user", description = "A user node, or the value of its id property.") Object user,
            @Name(value = "k", defaultValue = "10", description = "How many items.") Long k,
            @Name(value = "config", defaultValue = "{}", description = "modelName ['default'], modelVersion [the current one].") Map<String, Object> config) {
        int count = K.read(k);
        Recommender recommender = StoredModels.recommender(tx, ModelKeys.read(config));
        long version = recommender.model().info().version();
        return recommender.recommend(tx, user, count).map(one -> row(one, version));
    }

    private static RecommendRow row(Recommendation one, long version) {
        return new RecommendRow(one.item(), one.itemId(), one.score(), one.rank(), one.basis(), "exact", version);
    }
}
