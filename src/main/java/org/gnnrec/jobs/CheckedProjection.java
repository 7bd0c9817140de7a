package org.gnnrec.jobs;

import org.gnnrec.projection.Projection;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.projection.SampledSource;
import org.gnnrec.serving.TrainedGraph;
import org.gnnrec.source.Interactions;
import org.neo4j.graphdb.Transaction;

/**
 * What a training read, by which definition, and whether serving reads the same.
 *
 * @param interactions the definition, for the life of the model
 */
record CheckedProjection(Projection projection, Interactions interactions, ServedCheck check) {
    /** Reads the graph, and of a sample of its users what serving reads. */
    static CheckedProjection read(Transaction tx, Sources sources, ProjectionConfig config) {
        SampledSource source = new SampledSource(tx, sources.open(config), sources.inner().cancellation());
        Projection projection = sources.load(config, source);
        Interactions interactions = interactions(projection, config);
        TrainedGraph trained = new TrainedGraph(interactions, projection.users(), projection.items(),
                projection.interactions(), projection.disliked());
        return new CheckedProjection(projection, interactions,
                ServedCheck.of(tx, trained, source.unchangedUsers()));
    }

    private static Interactions interactions(Projection projection, ProjectionConfig read) {
        return new Interactions(read.users(), read.items(), projection.relationshipTypes(),
                read.testRelationshipTypes(), read.weighting(), projection.decay(), read.source());
    }
}
