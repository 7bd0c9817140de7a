package org.gnnrec.projection.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.linalg.Cancellation;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * Counts the relationships between any two labels, and between nodes of one label. If all relationships of a type leave one label, or all
 * reach one, the count store has the number. Otherwise a type with few relationships is read whole, and the ends of a
 * larger type are sampled.
 */
final class Connections {
    private final Transaction tx;
    private final StoreCounts counts;
    private final NodeSamples samples;
    private final long readAll;
    private final Cancellation cancellation;
    private final Map<String, Map<Ends, Long>> readTypes = new HashMap<>();
    private final Map<List<String>, EndShares> sampledEnds = new HashMap<>();

    /** Reads types of at most {@code readAll} relationships whole if the count store is not enough. */
    Connections(Transaction tx, StoreCounts counts, NodeSamples samples, long readAll, Cancellation cancellation) {
        this.tx = tx;
        this.counts = counts;
        this.samples = samples;
        this.readAll = readAll;
        this.cancellation = cancellation;
    }

    /** The connections with at least one relationship, as far as a sample shows. */
    List<Connection> find() {
        List<Connection> found = new ArrayList<>();
        for (String type : counts.types()) {
            cancellation.check();
            find(type).stream().filter(connection -> connection.count() > 0).forEach(found::add);
        }
        return found;
    }

    private List<Connection> find(String type) {
        Map<String, Long> starts = counts.starts(type);
        Map<String, Long> ends = counts.ends(type);
        long total = counts.relationships(type);
        List<Connection> found = new ArrayList<>();
        starts.forEach((start, starting) -> ends.forEach((end, ending) -> found
                .add(connect(new Connection(type, start, end, 0, true, starting, ending), total))));
        return found;
    }

    private Connection connect(Connection open, long total) {
        if (open.ending() == total || open.starting() == total) {
            return counted(open, Math.min(open.starting(), open.ending()), true);
        }
        return total <= readAll ? counted(open, read(open), true) : counted(open, estimate(open, total), false);
    }

    private static Connection counted(Connection open, long count, boolean isExact) {
        return new Connection(open.type(), open.start(), open.end(), count, isExact, open.starting(), open.ending());
    }

    private long read(Connection open) {
        return readTypes.computeIfAbsent(open.type(),
                type -> Ends.countAll(tx, RelationshipType.withName(type), cancellation))
                .getOrDefault(new Ends(open.start(), open.end()), 0L);
    }

    /** Never more than the count store allows. If the sample shows nothing, ends are taken as independent of starts. */
    private long estimate(Connection open, long total) {
        EndShares shares = sampledEnds.computeIfAbsent(List.of(open.start(), open.type()),
                key -> EndShares.of(samples.of(open.start()), RelationshipType.withName(open.type())));
        double share = shares.of(open.end(), (double) open.ending() / total);
        long least = Math.max(0, open.starting() + open.ending() - total);
        long most = Math.min(open.starting(), open.ending());
        return Math.clamp(Math.round(open.starting() * share), least, most);
    }
}
