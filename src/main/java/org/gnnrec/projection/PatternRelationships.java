package org.gnnrec.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.source.InteractionPattern;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.PatternQuery;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * Reads interactions by Cypher patterns, of some users at a time, by the query that serving runs for one user. Several
 * threads read, each in a transaction of its own with the rights of the caller. The interactions come in the order of
 * the users, whatever the number of threads.
 */
public final class PatternRelationships implements RelationshipSource {
    private static final int FIRST_USERS = 16;
    private static final int MOST_USERS = 1_000;
    /** Interactions of a batch, about: 5 MiB. A path through others may give a user many thousands. */
    private static final int ROWS_AT_ONCE = 200_000;

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
        PatternRows[] batches = new PatternRows[parallel.concurrency()];
        int users = collector.users().size();
        int atOnce = FIRST_USERS;
        for (int from = 0; from < users;) {
            int[] bounds = bounds(from, users, batches.length, atOnce);
            parallel.forBounds(bounds, (part, begin, end) -> batches[part] = batch(query, collector, begin, end));
            int rows = drain(batches, collector, typeWeight);
            from = bounds[batches.length];
            atOnce = usersAtOnce(atOnce * batches.length, rows);
        }
        if (collector.accepted() == before && typeWeight > 0) {
            inner.run(query::requireKnownNames);
        }
    }

    private static int[] bounds(int from, int users, int parts, int atOnce) {
        return IntStream.rangeClosed(0, parts).map(part -> Math.min(users, from + part * atOnce)).toArray();
    }

    private static int drain(PatternRows[] batches, InteractionCollector collector, double typeWeight) {
        int rows = 0;
        for (PatternRows batch : batches) {
            batch.drainTo(collector, typeWeight);
            rows += batch.size();
        }
        return rows;
    }

    /** So many users that a batch has no more rows than it should, by what the users before had. */
    private static int usersAtOnce(int users, int rows) {
        return (int) Math.clamp((long) ROWS_AT_ONCE * users / Math.max(1, rows), 1, MOST_USERS);
    }

    private PatternRows batch(PatternQuery query, InteractionCollector collector, int from, int to) {
        return inner.call(tx -> {
            PatternRows rows = new PatternRows();
            query.read(tx, nodes(tx, collector.users(), from, to), row -> {
                int user = collector.users().nodes().indexOf(NodeIds.of(row.user()));
                int item = collector.items().nodes().indexOf(NodeIds.of(row.item()));
                if (user >= 0 && item >= 0) {
                    rows.add(user, item, row.weight(), row.seconds());
                }
            });
            return rows;
        });
    }

    /** The nodes of some users, without those that another transaction deleted meanwhile. */
    private static List<Node> nodes(Transaction tx, NodeTable users, int from, int to) {
        return IntStream.range(from, to).mapToObj(user -> NodeIds.find(tx, users.nodes().nodeId(user)))
                .filter(node -> node != null).toList();
    }
}
