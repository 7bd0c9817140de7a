package org.gnnrec.procedure;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gnnrec.jobs.Comparison;
import org.gnnrec.jobs.ConfigMap;
import org.gnnrec.jobs.EvaluateRow;
import org.gnnrec.jobs.HeldOut;
import org.gnnrec.jobs.Models;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** {@code gnnrec.evaluate}. */
public final class EvaluateProcedure {
    private static final Set<String> KEYS = Set.of("modelName", "modelVersion", "testRelationshipTypes", "k",
            "concurrency");

    @Context
    public GraphDatabaseService db;
    @Context
    public Transaction tx;
    @Context
    public TerminationGuard guard;

    @Procedure(name = "gnnrec.evaluate", mode = Mode.READ)
    @Description("Recall and NDCG at k of a model on held-out relationships, over the full catalog, beside popularity, item-kNN and RP3beta.")
    public Stream<EvaluateRow> evaluate(
            @Name(value = "config", defaultValue = "{}", description = "modelName ['default'], testRelationshipTypes [those of the model], k [20], concurrency.") Map<String, Object> config) {
        ConfigMap map = ConfigMap.of(config, KEYS);
        HeldOut heldOut = HeldOut.load(db, tx, Models.recommender(tx, map), map.texts("testRelationshipTypes"),
                guard::check);
        return new Comparison(heldOut, (int) map.integer("k", 20, 1, 1000), guard::check).rows(map.concurrency());
    }
}
