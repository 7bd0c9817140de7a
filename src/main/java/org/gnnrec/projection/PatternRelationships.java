package org.gnnrec.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.source.InteractionPattern;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.PatternQuery;

/**
 * Reads interactions by Cypher patterns, of some users at a time, by the query that serving runs for one user. Several
 * threads read, each in a transaction of its own with the rights of the caller. The interactions come in the order of
 * the users, whatever the number of threads.
 */
public final class PatternRelationships implements RelationshipSource {
    private final InnerTransactions inner;
    private final Map<String, InteractionPattern> patterns = new TreeMap<>();
    private final Weighting weighting;
    private final int concurrency;

    private PatternRelationships(InnerTransactions inner, ProjectionConfig config, int concurrency) {
        this.inner = inner;
        this.weighting = config.weighting();
        this.concurrency = concurrency;
        config.source().patterns().forEach(pattern -> patterns.put(pattern.name(), pattern));
    }

    /** Checks the patterns of the configuration without reading anything. */
    public static PatternRelationships open(InnerTransactions inner, ProjectionConfig config, int concurrency) {
        inner.run(tx -> config.source().patterns().forEach(pattern -> PatternQuery.ofUsers(pattern).requireValid(tx)));
        return new PatternRelationships(inner, config, concurrency);
    }

    @Override
    public Optional<List<String>> types() {
        return Optional.of(List.copyOf(patterns.keySet()));
    }

    @Override
    public LongPredicate nodes() {
        return nodeId -> true;
    }

    @Override
    public boolean isWeighted() {
        return weighting.isWeighted() || patterns.values().stream().anyMatch(pattern -> pattern.weight() != null);
    }

    @Override
    public void read(InteractionCollectors collectors) {
        try (Parallel parallel = new Parallel(concurrency)) {
            collectors.readEach(types().orElseThrow(), (name, collector) -> read(name, collector, parallel));
        }
    }

    private void read(String name, InteractionCollector collector, Parallel parallel) {
        PatternQuery query = PatternQuery.ofUsers(patterns.get(name));
        double typeWeight = weighting.typeWeight(name);
        long before = collector.accepted();
        PatternRows[] rows = new PatternRows[parallel.concurrency()];
        NodeBatches users = new NodeBatches(collector.users(), parallel);
        users.forEach((part, from, to) -> rows[part] = batch(query, collector, users, from, to),
                (from, to) -> drain(rows, collector, typeWeight));
        if (collector.accepted() == before && typeWeight > 0) {
            inner.run(query::requireKnownNames);
        }
    }

    private static int drain(PatternRows[] batches, InteractionCollector collector, double typeWeight) {
        int rows = 0;
        for (PatternRows batch : batches) {
            batch.drainTo(collector, typeWeight);
            rows += batch.size();
        }
        return rows;
    }

    private PatternRows batch(PatternQuery query, InteractionCollector collector, NodeBatches users, int from,
            int to) {
        return inner.call(tx -> {
            PatternRows rows = new PatternRows();
            query.read(tx, users.find(tx, from, to), row -> {
                int user = collector.users().nodes().indexOf(NodeIds.of(row.user()));
                int item = collector.items().nodes().indexOf(NodeIds.of(row.item()));
                if (user >= 0 && item >= 0) {
                    rows.add(user, item, row.weight(), row.seconds());
                }
            });
            return rows;
        });
    }
}
