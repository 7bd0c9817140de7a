package org.gnnrec.projection.schema;

import java.time.Duration;
import java.util.List;
import org.gnnrec.config.Shown;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Deadline;
import org.neo4j.graphdb.Transaction;

/**
 * The end of an error's text: what there is to train on in a graph that has other labels than the ones asked for. It is
 * at most 1,600 characters long, whatever the graph holds.
 */
public final class SchemaAdvice {
    private static final int CALLS = 3;
    private static final int LONGEST = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ALL = "CALL gnnrec.schema() lists all that fit";

    private SchemaAdvice() {}

    /** The labels, the types, and the calls that fit best, if ten seconds are enough to find them. */
    public static String of(Transaction tx, Cancellation cancellation) {
        return of(tx, new Deadline(System.nanoTime() + PATIENCE.toNanos(), cancellation));
    }

    static String of(Transaction tx, Deadline deadline) {
        GraphSchema schema = new GraphSchema(tx, deadline);
        return "Labels in this database: " + Shown.names(schema.labels()) + "; relationship types: "
                + Shown.names(schema.types())
                + ". " + (schema.labels().isEmpty() ? ofNothing() : calls(schema));
    }

    private static String ofNothing() {
        return "There are no nodes to train on. Create users, items and relationships between them, for example "
                + "CREATE (:User {id: 'u1'})-[:LIKES]->(:Item {id: 'i1'})";
    }

    private static String calls(GraphSchema schema) {
        try {
            return calls(schema.candidates());
        } catch (Deadline.Passed e) {
            return ALL;
        }
    }

    private static String calls(List<Candidate> candidates) {
        List<String> calls = candidates.stream().filter(candidate -> candidate.problem() == null)
                .map(SchemaAdvice::call).filter(SchemaAdvice::isShort).limit(CALLS).toList();
        if (!calls.isEmpty()) {
            return "Name yours: " + (isShort(joined(calls)) ? joined(calls) : calls.getFirst()) + ". " + ALL;
        }
        return candidates.isEmpty() ? ofNoRelationships() : ofProblem(candidates.getFirst());
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST;
    }

    private static String joined(List<String> calls) {
        return String.join("; or ", calls);
    }

    private static String call(Candidate candidate) {
        String about = candidate.estimatedTypes().isEmpty() ? "" : "about ";
        return candidate.call() + " (" + candidate.userCount() + " users, " + candidate.itemCount() + " items, " + about
                + candidate.relationshipCount() + " relationships)";
    }

    private static String ofNoRelationships() {
        return "No relationship joins nodes that have labels. Give users and items labels of their own, and "
                + "relationships between them";
    }

    private static String ofProblem(Candidate candidate) {
        return candidate.problem() == null
                ? ALL
                : Shown.name(candidate.userLabel()) + " and " + Shown.name(candidate.itemLabel()) + " fit best, but "
                        + candidate.problem() + ". " + ALL;
    }
}
