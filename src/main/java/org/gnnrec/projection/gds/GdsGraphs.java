package org.gnnrec.projection.gds;

import org.gnnrec.linalg.Cancellation;
import org.gnnrec.projection.RelationshipSource;
import org.gnnrec.source.Weighting;

/** The entry to GDS, which may be missing. This class names no type of GDS. */
public final class GdsGraphs {
    private static final String CATALOG = "org.neo4j.gds.core.loading.GraphStoreCatalog";

    private GdsGraphs() {}

    /** The named graph of this user in this database. Fails with the way out if GDS or the graph is missing. */
    public static RelationshipSource open(String user, String database, String graphName,
            Weighting weighting, Cancellation cancellation) {
        requireGds("graphName", ", or leave graphName out to read the store");
        return GdsRelationships.open(user, database, graphName, weighting, cancellation);
    }

    /**
     * A new property of the named graph of this user in this database. Fails with the way out if GDS or the graph is
     * missing, or if the graph already has the property.
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
