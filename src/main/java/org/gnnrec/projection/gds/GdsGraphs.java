package org.gnnrec.projection.gds;

import org.gnnrec.linalg.Cancellation;
import org.gnnrec.projection.RelationshipSource;
import org.gnnrec.source.Weighting;

/** The door to GDS, which may be missing: no type of it is named here. */
public final class GdsGraphs {
    private static final String CATALOG = "org.neo4j.gds.core.loading.GraphStoreCatalog";

    private GdsGraphs() {}

    /** The named graph of this user in this database; fails with the way out where GDS or the graph is missing. */
    public static RelationshipSource open(String user, String database, String graphName,
            Weighting weighting, Cancellation cancellation) {
        requireGds("graphName", ", or leave graphName out to read the store");
        return GdsRelationships.open(user, database, graphName, weighting, cancellation);
    }

    /**
     * A property to be written to the named graph of this user in this database; fails with the way out where GDS or the
     * graph is missing, or where the graph has such a property.
     */
    public static GdsNodeProperty property(String user, String database, String graphName, String property) {
        requireGds("gnnrec.embeddings.mutate", "");
        return GdsNodeProperty.open(user, database, graphName, property);
    }

    private static void requireGds(String what, String otherwise) {
        if (!isInstalled()) {
            throw new IllegalStateException(
                    what + " needs the Graph Data Science plugin, which is not installed here. Put "
                            + "its jar into plugins (README, \"Versions\")" + otherwise);
        }
    }

    static boolean isInstalled() {
        try {
            Class.forName(CATALOG, false, GdsGraphs.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
