package org.gnnrec.projection.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.linalg.Cancellation;
import org.neo4j.graphdb.Transaction;

/**
 * What a graph could be trained on: every two labels with relationships between them. Numbers come from the count store
 * if it has them, else from samples of at most 10,000 nodes a label. So the cost depends on the number of labels, types
 * and nodes, not on the number of relationships: see {@link Connections} and {@link NodeSample}.
 */
public final class GraphSchema {
    private static final long READ_ALL = 100_000;

    private final Transaction tx;
    private final StoreCounts counts;
    private final NodeSamples samples;
    private final Connections connections;
    private final Map<String, LabelProfile> profiles = new HashMap<>();

    /** {@code cancellation} throws to end the reading. */
    public GraphSchema(Transaction tx, Cancellation cancellation) {
        this.tx = tx;
        this.counts = new StoreCounts(tx);
        this.samples = new NodeSamples(tx, counts, cancellation);
        this.connections = new Connections(tx, counts, samples, READ_ALL, cancellation);
    }

    /** The labels in use, without those of gnnrec. */
    public List<String> labels() {
        return counts.labels();
    }

    /** The relationship types in use, without those of gnnrec. */
    public List<String> types() {
        return counts.types();
    }

    /** Every pair once, the best first. */
    public List<Candidate> candidates() {
        return LabelPair.of(connections.find()).stream().map(this::candidate).sorted(Candidate.BEST_FIRST).toList();
    }

    private Candidate candidate(LabelPair pair) {
        LabelProfile users = profile(pair.user());
        LabelProfile items = profile(pair.item());
        RelationshipProperties properties = RelationshipProperties.of(pair, users.sample());
        return new Candidate(pair.user(), pair.item(), counts.nodes(pair.user()), counts.nodes(pair.item()),
                pair.relationshipCounts(), pair.estimatedTypes(),
                DegreeReader.read(users.sample(), pair.item(), pair.connections()),
                DegreeReader.read(items.sample(), pair.user(), pair.connections()), users.idProperty(),
                items.idProperty(), properties.weights(), properties.timestamps(), Problem.of(users, items));
    }

    private LabelProfile profile(String label) {
        return profiles.computeIfAbsent(label, name -> LabelProfile.of(tx, samples.of(name)));
    }
}
