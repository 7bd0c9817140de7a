package org.gnnrec.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.jobs.CallEnd;
import org.gnnrec.jobs.CallerTransaction;
import org.gnnrec.jobs.CommunitiesJob;
import org.gnnrec.jobs.CommunityRow;
import org.gnnrec.jobs.CommunitySettings;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.StatusDetailsAccessor;
import org.neo4j.procedure.TerminationGuard;

/** {@code gnnrec.communities}. */
public final class CommunitiesProcedure {
    @Context
    public GraphDatabaseService db;
    @Context
    public Transaction tx;
    @Context
    public TerminationGuard guard;
    @Context
    public StatusDetailsAccessor status;

    @Procedure(name = "gnnrec.communities", mode = Mode.WRITE)
    @Description("Communities of items that the same users take, found in a model's item embeddings and named by a property that is over-represented in them.")
    public Stream<CommunityRow> communities(
            @Name(value = "config", defaultValue = "{}", description = "modelName ['default'], modelVersion [the current one], communityCount [chosen], nameProperties [texts and booleans of the items], typicalCount [5], bridgingCount [5], randomSeed [42], concurrency, writeProperty [none].") Map<String, Object> config) {
        CommunitySettings settings = CommunitySettings.of(config);
        if (settings.writeProperty() != null) {
            CallerTransaction.requireNoChanges(tx, "gnnrec.communities with a writeProperty");
        }
        return new CommunitiesJob(settings, db, tx, new CallEnd(db, guard),
                step -> status.setStatusDetails("gnnrec.communities: " + step)).run();
    }
}
