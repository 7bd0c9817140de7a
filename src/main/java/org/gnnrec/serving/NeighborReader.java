package org.gnnrec.serving;

import java.util.function.Consumer;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Reads the interactions that a node has now, as training reads them. Nodes that the model does not know count not. */
interface NeighborReader {
    /** What to read of a node. */
    enum Ask {
        ITEMS, ITEMS_WITH_PATHS, USERS
    }

    /** Hands on each interaction of a node, as the transaction sees it; a node that is gone has none. O(degree). */
    void forEach(Transaction tx, Node node, Ask ask, Consumer<Neighbor> work);

    /** True where no interaction is left in the whole graph: what training read was renamed or deleted. */
    boolean isGone(Transaction tx);
}
