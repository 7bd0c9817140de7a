package org.gnnrec.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.jobs.CallEnd;
import org.gnnrec.jobs.EvaluateJob;
import org.gnnrec.jobs.EvaluateRow;
import org.gnnrec.jobs.ModelKeys;
import org.gnnrec.training.TrainingKeys;
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
    private static final Key<List<String>> TEST_TYPES = Key
            .texts("testRelationshipTypes", "The held-out relationships.").usually(List.of(), "those of the training");
    private static final Key<Integer> K = Key.integer("k", 1, 1000, "The length of the ranking that is measured.")
            .usually(20);
    static final List<Key<?>> KEYS = ModelKeys.with(TEST_TYPES, K, TrainingKeys.CONCURRENCY);

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
        Config values = Config.read(config, KEYS);
        return new EvaluateJob(values, values.get(TEST_TYPES), values.get(K), db, tx, new CallEnd(db, guard)).run();
    }
}
