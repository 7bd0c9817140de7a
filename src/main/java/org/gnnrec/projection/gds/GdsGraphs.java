package org.gnnrec.projection.gds;

import org.gnnrec.graph.Weighting;
import org.gnnrec.projection.RelationshipSource;

/** The door to GDS, which may be missing: no type of it is named here. */
public final class GdsGraphs {
    private static final String CATALOG = "org.neo4j.gds.core.loading.GraphStoreCatalog";

    private GdsGraphs() {}

    /** The named graph of this user in this database; fails with the way out where GDS or the graph is missing. */
    public static RelationshipSource open(String user, String database, String graphName,
            Weighting weighting, Runnable cancellation) {
        requireGds();
        return GdsRelationships.open(user, database, graphName, weighting, cancellation);
    }

    private static void requireGds() {
        if (!isInstalled()) {
            throw new IllegalStateException(
                    "graphName needs the Graph Data Science plugin, which is not installed here. Put "
                            + "its jar into plugins (README, \"Versions\"), or leave graphName out to read the store");
        }
    }

    private static boolean isInstalled() {
        try {
            Class.forName(CATALOG, false, GdsGraphs.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
