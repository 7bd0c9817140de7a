package org.gnnrec.catalog;

import java.util.List;
import org.neo4j.graphdb.Node;

/**
 * Which properties of item nodes hold the communities of a model, on its node: none, one, or two while the values move
 * from one to the other. What stands here gnnrec may write over and remove.
 */
final class CommunityProperties {
    private static final String KEY = "communityProperties";

    private CommunityProperties() {}

    static List<String> read(Node model) {
        return List.of((String[]) model.getProperty(KEY, new String[0]));
    }

    static void write(List<String> properties, Node model) {
        model.setProperty(KEY, properties.toArray(String[]::new));
    }

    /** A new version owns what the old one did if its items are the same nodes; else the old one keeps it to its end. */
    static void carryOver(Node oldVersion, Node newVersion) {
        if (ModelNode.read(oldVersion).items().labels().equals(ModelNode.read(newVersion).items().labels())) {
            write(read(oldVersion), newVersion);
        }
    }
}
