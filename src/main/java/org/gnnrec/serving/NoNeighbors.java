package org.gnnrec.serving;

import java.util.function.Consumer;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** Interactions that were the rows of a query without types: no relationship shows them. */
final class NoNeighbors implements NeighborReader {
    @Override
    public void forEach(Transaction tx, Node node, Ask ask, Consumer<Neighbor> work) {
        return; // training alone knows them
    }

    @Override
    public boolean isGone(Transaction tx) {
        return true;
    }
}
