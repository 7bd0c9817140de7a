package org.gnnrec.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.jobs.CallEnd;
import org.gnnrec.projection.schema.Candidate;
import org.gnnrec.projection.schema.GraphSchema;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** {@code gnnrec.schema}. */
public final class SchemaProcedure {
    @Context
    public GraphDatabaseService db;
    @Context
    public Transaction tx;
    @Context
    public TerminationGuard guard;

    /** A row of {@code gnnrec.schema}. */
    public record SchemaRow(String userLabel, String itemLabel, List<String> relationshipTypes, long userCount,
            long itemCount, long relationshipCount, Map<String, Object> relationshipCounts,
            List<String> estimatedRelationshipTypes, Map<String, Object> userDegrees, Map<String, Object> itemDegrees,
            String userIdProperty, String itemIdProperty, List<String> weightProperties,
            List<String> timestampProperties, String call, String problem, String via,
            Map<String, Object> interactions, Map<String, Object> features, String featureCall) {
        static SchemaRow of(Candidate candidate) {
            return new SchemaRow(candidate.userLabel(), candidate.itemLabel(), candidate.relationshipTypes(),
                    candidate.userCount(), candidate.itemCount(), candidate.relationshipCount(),
                    Map.copyOf(candidate.relationshipCounts()), candidate.estimatedTypes(),
                    candidate.userDegrees().toMap(), candidate.itemDegrees().toMap(), candidate.userIdProperty(),
                    candidate.itemIdProperty(), candidate.weightProperties(), candidate.timestampProperties(),
                    candidate.call(), candidate.problem(), candidate.via(),
                    candidate.interactions() == null ? null : candidate.interactions().toMap(),
                    candidate.features().isEmpty() ? null : Map.copyOf(candidate.features()),
                    candidate.featureCall());
        }
    }

    @Procedure(name = "gnnrec.schema", mode = Mode.READ)
    @Description("What gnnrec.train could be trained on in this database, the best first: labels with relationships between them, directly or through an event, with counts, degrees, id properties, categories and the call.")
    public Stream<SchemaRow> schema() {
        return new GraphSchema(tx, new CallEnd(db, guard)).candidates().stream().map(SchemaRow::of);
    }
}
