package org.gnnrec.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gnnrec.config.Shown;
import org.gnnrec.serving.RowDifference;
import org.gnnrec.serving.ServedRows;
import org.gnnrec.serving.TrainedGraph;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.Interactions;
import org.gnnrec.store.TypesInUse;
import org.neo4j.graphdb.Transaction;

/**
 * Whether serving reads what training read. A query or a graph of GDS may leave out, rename or reweigh relationships
 * that serving reads in the store.
 *
 * @param source where serving reads, in words
 * @param compared how many users were compared
 * @param differences of the users that differ
 * @param missingTypes the relationship types of the training that the store does not have
 */
record ServedCheck(String source, int compared, List<RowDifference> differences, List<String> missingTypes) {
    /** Compares these users, who are dense indices. O(degrees of the users). */
    static ServedCheck of(Transaction tx, TrainedGraph trained, int[] users) {
        ServedRows rows = new ServedRows(trained);
        List<RowDifference> differences = Arrays.stream(users).mapToObj(user -> rows.difference(tx, user))
                .flatMap(Optional::stream).toList();
        Interactions interactions = trained.interactions();
        return new ServedCheck(rows.source(), users.length, differences, interactions.source().isPatterns()
                ? List.of()
                : TypesInUse.missing(tx, interactions.types()));
    }

    /** The share of the compared users of whom serving reads what was trained, in [0, 1]. */
    double share() {
        return compared == 0 ? 1 : (double) (compared - differences.size()) / compared;
    }

    /**
     * Refuses a difference that the source makes. The store and its patterns are read alike in training and serving: a
     * difference there comes from changes meanwhile, or from an expression that is another at another time.
     */
    void require(GraphSource source) {
        boolean isReadOtherwise = source.isQuery() || source.graphName() != null;
        if (isReadOtherwise && !differences.isEmpty()) {
            throw new IllegalArgumentException(text() + ". " + wayOut(source) + ", or train all the same with "
                    + "allowDifference: true; servedAsTrained then says how many users agree");
        }
    }

    /** What differs, for an error or a log. */
    String text() {
        RowDifference first = differences.getFirst();
        return "recommendations would not follow from what is trained: of " + compared + " users that were compared, "
                + differences.size() + " have other interactions where serving reads them, which is " + source
                + ". For example user " + Shown.of(first.user()) + ": " + first.trained() + " trained, "
                + first.served()
                + " served, " + cause(first);
    }

    private String cause(RowDifference first) {
        if (!missingTypes.isEmpty()) {
            return "as the store has no relationship of the types " + missingTypes;
        }
        return first.isOfWeights()
                ? "of the same items with other weights"
                : first.added() + " of them not trained and " + first.lost() + " of the trained ones not among them";
    }

    private static String wayOut(GraphSource source) {
        return source.isQuery()
                ? "Say it as interactions: {pattern: '(user:...)-[...]->(item:...)', where: '...', weight: '...'} in "
                        + "place of query, which serving reads as well, or return no column type to serve what users "
                        + "had at training"
                : "Project the graph again, with the types and properties of the store under their own names and "
                        + "without a filter, or give interactions in place of graphName";
    }
}
