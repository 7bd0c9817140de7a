package org.gnnrec.projection.schema;

import java.util.List;
import java.util.Map;
import org.gnnrec.linalg.Cancellation;
import org.neo4j.graphdb.Transaction;

/**
 * What a graph could be trained on: every two labels with relationships between them,
 * nodes of one label, and users and items with an event between them. Numbers come from the count store
 * if it has them, else from samples of at most 10,000 nodes a label. So the cost depends on the number of labels, types
 * and nodes, not on the number of relationships: see {@link Connections} and {@link NodeSample}.
 */
public final class GraphSchema {
    private static final long READ_ALL = 100_000;

    private final Cancellation cancellation;
    private final StoreCounts counts;
    private final NodeSamples samples;
    private final Connections connections;
    private final LabelProfiles profiles;

    /** {@code cancellation} throws to end the reading. */
    public GraphSchema(Transaction tx, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.counts = new StoreCounts(tx);
        this.samples = new NodeSamples(tx, counts, cancellation);
        this.connections = new Connections(tx, counts, samples, READ_ALL, cancellation);
        this.profiles = new LabelProfiles(tx, samples);
    }

    /** The labels in use, without those of gnnrec. */
    public List<String> labels() {
        return counts.labels();
    }

    /** The relationship types in use, without those of gnnrec. */
    public List<String> types() {
        return counts.types();
    }

    /** Every pair and every pattern once, the best first. */
    public List<Candidate> candidates() {
        List<Connection> found = connections.find();
        Map<String, List<Step>> steps = LabelSteps.of(found);
        CategoryFeatures features = new CategoryFeatures(new Categories(counts, profiles, steps));
        return new Proposals(new CandidateReader(counts, samples, profiles, features),
                new EventPaths(counts, samples, steps, cancellation)).of(found);
    }
}
