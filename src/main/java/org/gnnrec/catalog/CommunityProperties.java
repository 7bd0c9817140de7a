package org.gnnrec.catalog;

import java.util.List;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.source.NodeKind;
import org.neo4j.graphdb.Node;

/**
 * The properties of item nodes that hold the communities of a model, kept on its node: none, one, or two while the
 * values move from one to the other. gnnrec may write over these properties and remove them.
 */
final class CommunityProperties {
    private static final String KEY = "communityProperties";

    private CommunityProperties() {}

    static List<String> read(Node model) {
        StoredProperties stored = new StoredProperties(model);
        return stored.has(KEY) ? stored.texts(KEY) : List.of();
    }

    static void write(List<String> properties, Node model) {
        model.setProperty(KEY, properties.toArray(String[]::new));
    }

    /** Gives an old version's properties to the new one if the labels of its items are equal; else the old keeps them. */
    static void carryOver(WrittenModel old, NodeKind items, Node newVersion) {
        if (old.items().labels().equals(items.labels())) {
            write(old.communityProperties(), newVersion);
        }
    }
}
