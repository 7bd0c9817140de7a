package org.gnnrec.projection.schema;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Deadline;
import org.neo4j.graphdb.Transaction;

/** The end of an error's text: what there is to train on in a graph that has other labels than the ones asked for. */
public final class SchemaAdvice {
    private static final int NAMES = 50;
    private static final int CALLS = 3;
    private static final int LONGEST_CALL = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ALL = "CALL gnnrec.schema() lists all that fit";

    private SchemaAdvice() {}

    /** The labels, the types, and the calls that fit best, if ten seconds are enough to find them. */
    public static String of(Transaction tx, Cancellation cancellation) {
        return of(tx, new Deadline(System.nanoTime() + PATIENCE.toNanos(), cancellation));
    }

    static String of(Transaction tx, Deadline deadline) {
        GraphSchema schema = new GraphSchema(tx, deadline);
        return "Labels in this database: " + names(schema.labels()) + "; relationship types: " + names(schema.types())
                + ". " + (schema.labels().isEmpty() ? ofNothing() : calls(schema));
    }

    private static String names(List<String> names) {
        String more = names.size() > NAMES ? ", and " + (names.size() - NAMES) + " more" : "";
        return names.stream().limit(NAMES).collect(Collectors.joining(", ", "[", more + "]"));
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
        List<Candidate> callable = candidates.stream().filter(SchemaAdvice::isCallable).limit(CALLS).toList();
        if (!callable.isEmpty()) {
            return "Name yours: " + callable.stream().map(SchemaAdvice::call).collect(Collectors.joining("; or "))
                    + ". " + ALL;
        }
        return candidates.isEmpty() ? ofNoRelationships() : ofProblem(candidates.get(0));
    }

    private static boolean isCallable(Candidate candidate) {
        return candidate.problem() == null && candidate.call().length() <= LONGEST_CALL;
    }

    private static String call(Candidate candidate) {
        String about = candidate.estimatedTypes().isEmpty() ? "" : "about ";
        return candidate.call() + " (" + candidate.userCount() + " users, " + candidate.itemCount() + " items, " + about
                + candidate.relationshipCount() + " relationships)";
    }

    private static String ofNoRelationships() {
        return "No relationship joins nodes of two different labels. Give users and items labels of their own, and "
                + "relationships between them";
    }

    private static String ofProblem(Candidate candidate) {
        return candidate.problem() == null
                ? ALL
                : candidate.userLabel() + " and " + candidate.itemLabel() + " fit best, but " + candidate.problem()
                        + ". " + ALL;
    }
}
