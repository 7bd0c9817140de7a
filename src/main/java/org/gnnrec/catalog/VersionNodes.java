package org.gnnrec.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gnnrec.archive.ModelFormatException;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * The nodes of all versions of all models that one transaction sees. A version is BUILDING while its parts are written,
 * CURRENT from the switch on and OLD once another has replaced it. Only the current version is read.
 */
record VersionNodes(Transaction tx) {
    static final Label MODEL = Label.label("_GnnRecModel");
    static final String STATE = "state";
    static final String UID = "uid";
    static final String VERSION = "modelVersion";
    private static final long LAST_VERSION = (1L << 50) - 1;
    static final String BUILDING = "BUILDING";
    static final String CURRENT = "CURRENT";
    static final String OLD = "OLD";

    /** All version nodes of this model, whatever their state. A node without a name has its element id as one. */
    List<Node> versions(String modelName) {
        return all().filter(node -> new StoredProperties(node).modelName().equals(modelName)).toList();
    }

    /** The number of a version; 0 where its node has none that can be counted on. */
    static long version(Node node) {
        try {
            return new StoredProperties(node).integer(VERSION, 1, LAST_VERSION);
        } catch (ModelFormatException e) {
            return 0; // a broken version is replaced and dropped all the same
        }
    }

    /** All version nodes. They are few on any graph. */
    Stream<Node> all() {
        try (ResourceIterator<Node> all = tx.findNodes(MODEL)) {
            return all.stream().toList().stream().filter(VersionNodes::isOurs);
        }
    }

    /** False for a node that a user gave the label and nothing else of a model. */
    private static boolean isOurs(Node node) {
        StoredProperties stored = new StoredProperties(node);
        return stored.has(StoredProperties.NAME) || stored.has(STATE) || stored.has(UID);
    }

    /** The node of the current version of this model. */
    Optional<Node> current(String modelName) {
        return versions(modelName).stream().filter(node -> new StoredProperties(node).is(STATE, CURRENT)).findFirst();
    }
}
