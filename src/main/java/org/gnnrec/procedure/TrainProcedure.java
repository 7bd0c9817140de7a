package org.gnnrec.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.jobs.CallEnd;
import org.gnnrec.jobs.CallerTransaction;
import org.gnnrec.jobs.EstimateJob;
import org.gnnrec.jobs.EstimateRow;
import org.gnnrec.jobs.Progress;
import org.gnnrec.jobs.TrainRow;
import org.gnnrec.jobs.TrainSettings;
import org.gnnrec.jobs.TrainingJob;
import org.gnnrec.jobs.WarmSettings;
import org.gnnrec.projection.gds.ListedTask;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.logging.Log;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.StatusDetailsAccessor;
import org.neo4j.procedure.TerminationGuard;

/** {@code gnnrec.train} and its estimate. */
public final class TrainProcedure {
    @Context
    public GraphDatabaseService db;
    @Context
    public Transaction tx;
    @Context
    public TerminationGuard guard;
    @Context
    public StatusDetailsAccessor status;
    @Context
    public Log log;

    @Procedure(name = "gnnrec.train", mode = Mode.SCHEMA)
    @Description("Trains a recommender on the users, items and interactions in the database, keeps it under modelName and writes its embeddings to the nodes.")
    public Stream<TrainRow> train(
            @Name(value = "config", defaultValue = "{}", description = "What to train on and how; every key has a default.") Map<String, Object> config) {
        TrainSettings settings = WarmSettings.of(config, tx);
        CallerTransaction.requireNoChanges(tx, "gnnrec.train");
        try (ListedTask task = Progress.list(db, CallerTransaction.userName(tx), log)) {
            TrainRow row = new TrainingJob(settings, new InnerTransactions(db, new CallEnd(db, guard)), tx,
                    new Progress(status, log, task)).run();
            task.succeed();
            return Stream.of(row);
        }
    }

    @Procedure(name = "gnnrec.train.estimate", mode = Mode.READ)
    @Description("Counts what gnnrec.train would read with this configuration and tells the heap it needs; trains nothing.")
    public Stream<EstimateRow> estimate(
            @Name(value = "config", defaultValue = "{}", description = "The configuration of gnnrec.train.") Map<String, Object> config) {
        return Stream.of(new EstimateJob(WarmSettings.of(config, tx), db, tx, new CallEnd(db, guard)).run());
    }
}
