package org.gnnrec.testing;

import java.util.concurrent.CompletableFuture;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/** A node that one transaction has read when another transaction deletes it and commits. */
public final class DeletedMeanwhile {
    private DeletedMeanwhile() {}

    /** The node of this id, read by the transaction and gone. */
    public static Node node(TestDatabase neo4j, Transaction tx, String label, Object id) {
        Node node = tx.findNode(Label.label(label), "id", id);
        commit(neo4j, "MATCH (n:" + label + ") WHERE n.id = " + (id instanceof String ? "'" + id + "'" : id)
                + " DETACH DELETE n");
        return node;
    }

    /** Equals the id 7, and whoever compares it finds that another transaction has run this statement. */
    public static Object seven(TestDatabase neo4j, String cypher) {
        return new Object() {
            @Override
            public boolean equals(Object id) {
                commit(neo4j, cypher);
                return Long.valueOf(7).equals(id);
            }

            @Override
            public int hashCode() {
                return Long.hashCode(7);
            }
        };
    }

    /** Runs a statement in a transaction of another thread and commits it. */
    public static void commit(TestDatabase neo4j, String cypher) {
        CompletableFuture.runAsync(() -> neo4j.run(cypher)).join();
    }
}
