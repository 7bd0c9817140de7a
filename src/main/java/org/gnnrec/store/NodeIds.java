package org.gnnrec.store;

import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Neo4j's own numbers of nodes. The API marks them for removal in favor of element ids, which are texts and cost 20
 * times as much to read. Only this class reads them.
 */
@SuppressWarnings("removal")
public final class NodeIds {
    private NodeIds() {}

    public static long of(Node node) {
        return node.getId();
    }

    public static long start(Relationship relationship) {
        return relationship.getStartNodeId();
    }

    public static long end(Relationship relationship) {
        return relationship.getEndNodeId();
    }

    /** The node of this id as the transaction sees it, or null if it is gone. */
    public static Node find(Transaction tx, long nodeId) {
        try {
            return tx.getNodeById(nodeId);
        } catch (NotFoundException e) {
            return null;
        }
    }
}
