package org.gnnrec.projection.gds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.gnnrec.config.Shown;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.projection.InteractionCollector;
import org.gnnrec.projection.InteractionCollectors;
import org.gnnrec.projection.RelationshipSource;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.RelationshipNumbers;
import org.neo4j.gds.RelationshipType;
import org.neo4j.gds.api.GraphStore;
import org.neo4j.gds.api.IdMap;

/**
 * The relationships of a GDS graph, each undirected one once. Only method bodies name types of GDS: Neo4j looks at the
 * fields and methods of every class of a plugin, and this class must load without the jar of GDS.
 */
final class GdsRelationships implements RelationshipSource {
    private static final int CHECK_EVERY = 10_000;

    private final Object graphStore;
    private final String graphName;
    private final Weighting weighting;
    private final Cancellation cancellation;

    private GdsRelationships(Object graphStore, String graphName, Weighting weighting, Cancellation cancellation) {
        this.graphStore = graphStore;
        this.graphName = graphName;
        this.weighting = weighting;
        this.cancellation = cancellation;
    }

    static GdsRelationships open(String user, String database, String graphName, Weighting weighting,
            Cancellation cancellation) {
        return new GdsRelationships(GdsCatalog.graphStore(user, database, graphName), graphName, weighting,
                cancellation);
    }

    @Override
    public Optional<List<String>> types() {
        List<String> names = new ArrayList<>();
        for (RelationshipType type : ((GraphStore) graphStore).relationshipTypes()) {
            names.add(type.name());
        }
        Collections.sort(names);
        return Optional.of(names);
    }

    @Override
    public LongPredicate nodes() {
        Object nodes = ((GraphStore) graphStore).nodes();
        return nodeId -> ((IdMap) nodes).containsOriginalId(nodeId);
    }

    @Override
    public boolean isWeighted() {
        return weighting.isWeighted();
    }

    @Override
    public void read(InteractionCollectors collectors) {
        List<String> trained = types().orElseThrow().stream()
                .filter(type -> collectors.of(type) == collectors.training()).toList();
        GdsProperties.require(graphStore, graphName, trained, weighting);
        collectors.readEach(types().orElseThrow(), this::read);
    }

    private void read(String type, InteractionCollector collector) {
        GdsNeighbors neighbors = GdsNeighbors.of(graphStore, type, weighting);
        double typeWeight = weighting.typeWeight(type);
        for (long node = 0; node < neighbors.nodeCount(); node++) {
            neighbors.read(node);
            for (int n = 0; n < neighbors.size(); n++) {
                long pair = collector.pair(neighbors.originalId(node), neighbors.originalId(neighbors.target(n)));
                if (pair != InteractionCollector.NONE) {
                    add(pair, n, neighbors, typeWeight, collector);
                }
            }
            if (node % CHECK_EVERY == 0) {
                cancellation.check();
            }
        }
    }

    private void add(long pair, int n, GdsNeighbors neighbors, double typeWeight, InteractionCollector collector) {
        double weight;
        double seconds;
        try {
            weight = neighbors.weight(n);
            seconds = neighbors.seconds(n);
        } catch (IllegalArgumentException e) {
            throw RelationshipNumbers.refused("a relationship of user " + Shown.of(collector.userId(pair))
                    + " in GDS graph " + Shown.of(graphName), e);
        }
        collector.add(pair, typeWeight, weight, seconds);
    }
}
