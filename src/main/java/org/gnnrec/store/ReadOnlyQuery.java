package org.gnnrec.store;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.QueryExecutionType.QueryType;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * A query of the user's, or one that is made of their Cypher. It may only read.
 *
 * @param key names it in errors
 */
public record ReadOnlyQuery(String key, String text, Map<String, Object> params) {

    /** The part of a notification that has the name. */
    private static final String NAMED = "(?s).*\\((the missing [^)]*)\\).*";

    /** What Neo4j says of a query before it runs: its columns, and labels, types and properties that do not exist. */
    public record Plan(List<String> columns, List<String> missing) {}

    /**
     * Plans the query without running it.
     *
     * @throws IllegalArgumentException where it is no query, or does more than read
     */
    public Plan plan(Transaction tx) {
        try (Result plan = execute(tx, "EXPLAIN ")) {
            requireReadOnly(plan.getQueryExecutionType().queryType());
            requireNoTermination(plan.getExecutionPlanDescription());
            return new Plan(plan.columns(), StreamSupport.stream(plan.getNotifications().spliterator(), false)
                    .filter(note -> note.getCode().contains(".Unknown"))
                    .map(note -> note.getDescription().replaceAll(NAMED, "$1")).distinct().toList());
        }
    }

    private void requireReadOnly(QueryType type) {
        if (type != QueryType.READ_ONLY) {
            throw new IllegalArgumentException(key + " must only read, but Neo4j plans it as " + type
                    + ". Leave out what writes, changes the schema or administers");
        }
    }

    /** Refuses TERMINATE TRANSACTIONS, which Neo4j counts as reading. */
    private void requireNoTermination(ExecutionPlanDescription plan) {
        if (plan.getName().startsWith("Terminate")) {
            throw new IllegalArgumentException(key + " must only read, but it ends transactions. Leave that out");
        }
        plan.getChildren().forEach(this::requireNoTermination);
    }

    /**
     * Runs the query and hands each row on. Fails where Neo4j does, with the key. Takes the rows one by one: a visitor of
     * {@link Result#accept} is called for all the rest of them, whatever it throws.
     */
    public void run(Transaction tx, Consumer<Map<String, Object>> rows) {
        try (Result result = execute(tx, "")) {
            result.forEachRemaining(rows);
        } catch (QueryExecutionException e) {
            throw refused(e);
        }
    }

    /** True if the query has a row. */
    public boolean hasRows(Transaction tx) {
        try (Result result = execute(tx, "")) {
            return result.hasNext();
        } catch (QueryExecutionException e) {
            throw refused(e);
        }
    }

    private Result execute(Transaction tx, String prefix) {
        try {
            return tx.execute(prefix + text, params);
        } catch (QueryExecutionException e) {
            throw refused(e);
        }
    }

    /** Leaves out the cause, because Neo4j would show the cause alone. */
    private IllegalArgumentException refused(QueryExecutionException e) {
        return new IllegalArgumentException(key + ": " + e.getMessage());
    }
}
