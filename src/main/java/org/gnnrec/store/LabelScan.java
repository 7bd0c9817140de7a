package org.gnnrec.store;

import java.util.function.Consumer;
import org.gnnrec.linalg.Cancellation;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/** Hands over all nodes of a label. */
public final class LabelScan {
    private static final int ASKED_EVERY = 10_000;

    private LabelScan() {}

    /** Hands over each node, and asks the cancellation after every {@value #ASKED_EVERY}. O(nodes of the label). */
    public static void forEach(Transaction tx, Label label, Cancellation cancellation, Consumer<Node> reader) {
        try (ResourceIterator<Node> nodes = tx.findNodes(label)) {
            for (long seen = 1; nodes.hasNext(); seen++) {
                reader.accept(nodes.next());
                if (seen % ASKED_EVERY == 0) {
                    cancellation.check();
                }
            }
        }
    }
}
