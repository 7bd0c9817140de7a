package org.gnnrec.jobs;

import java.util.UUID;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.txstate.TxStateHolder;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/** Facts about the transaction of a procedure that the public API does not give. */
public final class CallerTransaction {
    private CallerTransaction() {}

    public static UUID databaseId(Transaction tx) {
        return ((InternalTransaction) tx).getDatabaseId();
    }

    public static String databaseName(Transaction tx) {
        return ((InternalTransaction) tx).getDatabaseName();
    }

    public static String userName(Transaction tx) {
        return ((InternalTransaction) tx).securityContext().subject().executingUser();
    }

    /** True if the transaction has changed something. */
    static boolean hasChanges(Transaction tx) {
        KernelTransaction kernel = ((InternalTransaction) tx).kernelTransaction();
        return kernel instanceof TxStateHolder state && state.hasTxStateWithChanges();
    }

    /** Refuses a transaction that has changed something: inner transactions would wait for its locks for ever. */
    public static void requireNoChanges(Transaction tx, String procedure) {
        if (hasChanges(tx)) {
            throw new IllegalStateException(
                    procedure + " was called in a transaction with uncommitted changes, whose locks "
                            + "its own transactions would wait for. Commit first, then call it");
        }
    }
}
