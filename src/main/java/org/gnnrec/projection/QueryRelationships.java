package org.gnnrec.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.gnnrec.config.Shown;
import org.gnnrec.source.NodeTable;
import org.gnnrec.store.EpochSeconds;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.RelationshipNumbers;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.QueryExecutionType.QueryType;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * Reads the rows of a Cypher query in place of relationships. Each row names a user and an item, by the node or by the
 * value of its id property. The query may only read. It has the rights of the caller and runs in a transaction of its
 * own, which is rolled back.
 */
public final class QueryRelationships implements RelationshipSource {
    private final InnerTransactions inner;
    private final ProjectionConfig config;
    private final QueryColumns columns;

    private QueryRelationships(InnerTransactions inner, ProjectionConfig config, QueryColumns columns) {
        this.inner = inner;
        this.config = config;
        this.columns = columns;
    }

    /** Checks the query of the configuration without running it. */
    public static QueryRelationships open(InnerTransactions inner, ProjectionConfig config) {
        return new QueryRelationships(inner, config, inner.call(tx -> columns(tx, config)));
    }

    private static QueryColumns columns(Transaction tx, ProjectionConfig config) {
        try (Result plan = execute(tx, "EXPLAIN ", config)) {
            requireReadOnly(plan.getQueryExecutionType().queryType());
            requireNoTermination(plan.getExecutionPlanDescription());
            return QueryColumns.check(plan.columns(), config);
        }
    }

    private static void requireReadOnly(QueryType type) {
        if (type != QueryType.READ_ONLY) {
            throw new IllegalArgumentException("query must only read, but Neo4j plans it as " + type
                    + ". Leave out what writes, changes the schema or administers");
        }
    }

    /** Refuses TERMINATE TRANSACTIONS, which Neo4j counts as reading. */
    private static void requireNoTermination(ExecutionPlanDescription plan) {
        if (plan.getName().startsWith("Terminate")) {
            throw new IllegalArgumentException("query must only read, but it ends transactions. Leave that out");
        }
        plan.getChildren().forEach(QueryRelationships::requireNoTermination);
    }

    private static Result execute(Transaction tx, String prefix, ProjectionConfig config) {
        Map<String, Object> params = config.source().params();
        try {
            return tx.execute(prefix + config.source().query(), params);
        } catch (QueryExecutionException e) {
            throw refused(e);
        }
    }

    /** Leaves out the cause, because Neo4j would show the cause alone. */
    private static IllegalArgumentException refused(QueryExecutionException e) {
        return new IllegalArgumentException("query: " + e.getMessage());
    }

    @Override
    public Optional<List<String>> types() {
        return Optional.empty();
    }

    @Override
    public LongPredicate nodes() {
        return nodeId -> true;
    }

    @Override
    public boolean isWeighted() {
        return config.weighting().isWeighted() || columns.has(QueryColumns.WEIGHT);
    }

    @Override
    public void read(InteractionCollectors collectors) {
        inner.read(tx -> read(tx, collectors));
    }

    private void read(Transaction tx, InteractionCollectors collectors) {
        UnknownNodes unknown = new UnknownNodes(config);
        try (Result rows = execute(tx, "", config)) {
            while (rows.hasNext()) {
                read(rows.next(), collectors, unknown);
            }
        } catch (QueryExecutionException e) {
            throw refused(e);
        }
        unknown.refuse();
    }

    private void read(Map<String, Object> row, InteractionCollectors collectors, UnknownNodes unknown) {
        String type = columns.has(QueryColumns.TYPE) ? type(row.get(QueryColumns.TYPE)) : null;
        InteractionCollector collector = type == null ? collectors.training() : collectors.of(type);
        if (type != null) {
            collectors.count(type, collector == null ? 0 : 1);
        }
        if (collector == null) {
            return;
        }
        int user = unknown.user(index(row.get(QueryColumns.USER), collector.users()), row);
        int item = unknown.item(index(row.get(QueryColumns.ITEM), collector.items()), row);
        if (user >= 0 && item >= 0) {
            add(collector, InteractionCollector.pairOf(user, item), type, row);
        }
    }

    private void add(InteractionCollector collector, long pair, String type, Map<String, Object> row) {
        double typeWeight = type == null ? 1 : config.weighting().typeWeight(type);
        collector.add(pair, typeWeight, RelationshipNumbers.weight(row.get(QueryColumns.WEIGHT), QueryColumns.WEIGHT),
                EpochSeconds.of(row.get(QueryColumns.TIMESTAMP), QueryColumns.TIMESTAMP));
    }

    private static String type(Object value) {
        if (value instanceof String type) {
            return type;
        }
        throw new IllegalArgumentException("query: 'type' must be a text in each row but was " + Shown.of(value));
    }

    private static int index(Object value, NodeTable table) {
        return value instanceof Node node
                ? table.nodes().indexOf(NodeIds.of(node))
                : table.indexOfValue(IdValue.canonical(value));
    }
}
