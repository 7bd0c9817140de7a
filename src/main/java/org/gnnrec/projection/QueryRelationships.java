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
import org.gnnrec.store.ReadOnlyQuery;
import org.gnnrec.store.RelationshipNumbers;
import org.neo4j.graphdb.Node;
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
        return QueryColumns.check(query(config).plan(tx).columns(), config);
    }

    private static ReadOnlyQuery query(ProjectionConfig config) {
        return new ReadOnlyQuery("query", config.source().query(), config.source().params());
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
        query(config).run(tx, row -> read(row, collectors, unknown));
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
        double weight;
        double seconds;
        try {
            weight = RelationshipNumbers.weight(row.get(QueryColumns.WEIGHT), QueryColumns.WEIGHT);
            seconds = EpochSeconds.of(row.get(QueryColumns.TIMESTAMP), QueryColumns.TIMESTAMP);
        } catch (IllegalArgumentException e) {
            throw RelationshipNumbers.refused("query: a row of user " + Shown.of(collector.userId(pair)), e);
        }
        collector.add(pair, typeWeight, weight, seconds);
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
