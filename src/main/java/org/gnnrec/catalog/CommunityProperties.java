package org.gnnrec.catalog;

import java.util.List;
import org.neo4j.graphdb.Node;

/**
 * The properties of item nodes that hold the communities of a model, kept on its node: none, one, or two while the
 * values move from one to the other. gnnrec may write over these properties and remove them.
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

    /**
     * Gives the old version's properties to the new one if the labels of its items are equal; else the old one keeps
     * them.
     */
    static void carryOver(Node oldVersion, Node newVersion) {
        if (ModelNode.read(oldVersion).items().labels().equals(ModelNode.read(newVersion).items().labels())) {
            write(read(oldVersion), newVersion);
        }
    }
}
