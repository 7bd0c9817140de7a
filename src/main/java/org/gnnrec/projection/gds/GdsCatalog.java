package org.gnnrec.projection.gds;

import org.neo4j.gds.api.GraphStore;
import org.neo4j.gds.core.loading.CatalogRequest;
import org.neo4j.gds.core.loading.GraphStoreCatalog;

/** The graphs that GDS keeps in memory. Must be loaded only if GDS is installed. */
final class GdsCatalog {
    private GdsCatalog() {}

    /** The {@code GraphStore} of this name; fails if there is none, or if its nodes are not those of the database. */
    static Object graphStore(String user, String database, String graphName) {
        if (!GraphStoreCatalog.exists(user, database, graphName)) {
            throw new IllegalArgumentException("there is no GDS graph '" + graphName + "' of user '" + user
                    + "' in database '" + database + "'. Project it first (gds.graph.project); gds.graph.list shows "
                    + "those there are");
        }
        GraphStore graphStore = GraphStoreCatalog.get(CatalogRequest.of(user, database), graphName).graphStore();
        if (!graphStore.capabilities().canWriteToLocalDatabase()) {
            throw new IllegalArgumentException("GDS graph '" + graphName + "' was not projected from database '"
                    + database + "', so its nodes are not those of a model. Project one with gds.graph.project");
        }
        return graphStore;
    }
}
