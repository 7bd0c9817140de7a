package org.gnnrec.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.jobs.CallEnd;
import org.gnnrec.jobs.ModelKeys;
import org.gnnrec.jobs.StoredModels;
import org.gnnrec.serving.Explanation;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** {@code gnnrec.explain}. */
public final class ExplainProcedure {
    @Context
    public GraphDatabaseService db;
    @Context
    public Transaction tx;
    @Context
    public TerminationGuard guard;

    /** A row of {@code gnnrec.explain}. */
    public record ExplainRow(Node because, String relationshipType, double contribution, Double share,
            Double attention, Path path) {}

    @Procedure(name = "gnnrec.explain", mode = Mode.READ)
    @Description("What each item that a user has contributes to the score of an item, from the graph as this transaction sees it; the user's own part in a row with because null.")
    public Stream<ExplainRow> explain(
            @Name(value = "user", description = "A user node, or the value of its id property.") Object user,
            @Name(value = "item", description = "An item node, or the value of its id property.") Object item,
            @Name(value = "config", defaultValue = "{}", description = "modelName ['default'], modelVersion [the current one].") Map<String, Object> config) {
        return StoredModels.recommender(tx, ModelKeys.read(config)).explainer()
                .explain(tx, user, item, new CallEnd(db, guard))
                .stream().map(ExplainProcedure::row);
    }

    private static ExplainRow row(Explanation one) {
        return new ExplainRow(one.because(), one.relationshipType(), one.contribution(), one.share(), one.attention(),
                one.path());
    }
}
