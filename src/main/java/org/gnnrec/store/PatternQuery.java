package org.gnnrec.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gnnrec.config.Shown;
import org.gnnrec.source.InteractionPattern;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Transaction;

/**
 * The query of a pattern for some users or for some items. Neo4j plans it once, whatever the nodes are.
 */
public record PatternQuery(InteractionPattern pattern, String text) {
    /** The interactions of some users. */
    public static PatternQuery ofUsers(InteractionPattern pattern) {
        return new PatternQuery(pattern, pattern.ofUsers());
    }

    /** The interactions of some users, with their paths. */
    public static PatternQuery pathsOfUsers(InteractionPattern pattern) {
        return new PatternQuery(pattern, pattern.pathsOfUsers());
    }

    /** The interactions of some items. */
    public static PatternQuery ofItems(InteractionPattern pattern) {
        return new PatternQuery(pattern, pattern.ofItems());
    }

    /**
     * One interaction.
     *
     * @param weight its own, NaN where it has none
     * @param seconds since 1970, NaN where its time is not known
     * @param path null where none was asked for
     */
    public record Row(Node user, Node item, double weight, double seconds, Path path) {}

    /** True where the pattern finds anything at all. */
    public static boolean findsAny(Transaction tx, InteractionPattern pattern) {
        return new ReadOnlyQuery(key(pattern), pattern.any(), pattern.params()).hasRows(tx);
    }

    /** Fails where the pattern is no Cypher, or does more than read. */
    public void requireValid(Transaction tx) {
        query(List.of()).plan(tx);
    }

    /** Fails where the pattern names a label, a type or a property that the database does not have. */
    public void requireKnownNames(Transaction tx) {
        List<String> missing = query(List.of()).plan(tx).missing();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(key() + " finds nothing in this database: " + String.join("; ", missing)
                    + ". CALL gnnrec.schema() shows what there is");
        }
    }

    /** Reads the interactions of these nodes, as the transaction sees them. */
    public void read(Transaction tx, List<Node> nodes, Consumer<Row> rows) {
        query(nodes).run(tx, row -> rows.accept(row(row)));
    }

    private Row row(Map<String, Object> row) {
        Node user = node(row, InteractionPattern.USER);
        try {
            return new Row(user, node(row, InteractionPattern.ITEM),
                    RelationshipNumbers.weight(row.get(InteractionPattern.WEIGHT), "weight"),
                    EpochSeconds.of(row.get(InteractionPattern.TIMESTAMP), "timestamp"),
                    (Path) row.get(InteractionPattern.PATH));
        } catch (IllegalArgumentException e) {
            throw RelationshipNumbers.refused(key() + " of user " + user.getElementId(), e);
        }
    }

    private Node node(Map<String, Object> row, String column) {
        if (row.get(column) instanceof Node node) {
            return node;
        }
        throw new IllegalArgumentException(key() + ": '" + column + "' must be one node in each row but was "
                + Shown.of(row.get(column)) + ". Take it out of the repeated part of the pattern");
    }

    private ReadOnlyQuery query(List<Node> nodes) {
        Map<String, Object> params = new HashMap<>(pattern.params());
        params.put(InteractionPattern.NODES, nodes);
        return new ReadOnlyQuery(key(), text, params);
    }

    private String key() {
        return key(pattern);
    }

    private static String key(InteractionPattern pattern) {
        return "interactions '" + pattern.name() + "'";
    }
}
