package org.gnnrec.projection.gds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongPredicate;

import org.gnnrec.projection.InteractionCollector;
import org.gnnrec.projection.RelationshipSource;
import org.neo4j.gds.RelationshipType;
import org.neo4j.gds.api.Graph;
import org.neo4j.gds.api.GraphStore;
import org.neo4j.gds.core.loading.CatalogRequest;
import org.neo4j.gds.core.loading.GraphStoreCatalog;

/**
 * The relationships of a GDS graph, those of an undirected one once. Neo4j looks at the fields and methods of every class of a plugin, so types of GDS
 * stand in bodies only: without its jar this class must still load.
 */
final class GdsRelationships implements RelationshipSource {
    private static final int CHECK_EVERY = 10_000;

    private final Object graphStore;
    private final Runnable cancellation;

    private GdsRelationships(Object graphStore, Runnable cancellation) {
        this.graphStore = graphStore;
        this.cancellation = cancellation;
    }

    static GdsRelationships open(String user, String database, String graphName, Runnable cancellation) {
        if (!GraphStoreCatalog.exists(user, database, graphName)) {
            throw new IllegalArgumentException("there is no GDS graph '" + graphName + "' of user '" + user
                    + "' in database '" + database + "'. Project it first (gds.graph.project), or leave graphName out");
        }
        return new GdsRelationships(GraphStoreCatalog.get(CatalogRequest.of(user, database), graphName).graphStore(),
                cancellation);
    }

    @Override
    public List<String> types() {
        List<String> names = new ArrayList<>();
        for (RelationshipType type : ((GraphStore) graphStore).relationshipTypes()) {
            names.add(type.name());
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public LongPredicate nodes() {
        Object nodes = ((GraphStore) graphStore).nodes();
        return nodeId -> ((org.neo4j.gds.api.IdMap) nodes).containsOriginalId(nodeId);
    }

    @Override
    public long collect(String type, InteractionCollector collector) {
        Graph graph = ((GraphStore) graphStore).getGraph(RelationshipType.of(type));
        boolean undirected = graph.schema().isUndirected();
        long before = collector.accepted();
        for (long node = 0; node < graph.nodeCount(); node++) {
            long source = graph.toOriginalNodeId(node);
            Object mapping = graph;
            graph.forEachRelationship(node, (from, to) -> {
                if (!undirected || from <= to) {
                    collector.add(source, ((Graph) mapping).toOriginalNodeId(to));
                }
                return true;
            });
            if (node % CHECK_EVERY == 0) {
                cancellation.run();
            }
        }
        return collector.accepted() - before;
    }
}
