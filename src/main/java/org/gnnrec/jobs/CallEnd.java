package org.gnnrec.jobs;

import org.gnnrec.linalg.Cancellation;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.procedure.TerminationGuard;

/**
 * The end of a procedure's call: its transaction is terminated, or its database is being stopped. Neo4j itself waits ten
 * seconds before it terminates the transactions of a database that it stops.
 */
public record CallEnd(GraphDatabaseService db, TerminationGuard guard) implements Cancellation {
    @Override
    public void check() {
        guard.check();
        if (!db.isAvailable()) {
            throw new IllegalStateException("the database is being stopped. Call again when it has started");
        }
    }
}
