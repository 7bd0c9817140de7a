package org.gnnrec.store;

import java.util.Collection;
import java.util.List;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.Read;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.token.api.TokenConstants;

/** Which labels and relationship types the store has, from its counts: O(1) each, whatever the size of the graph. */
public final class TypesInUse {
    private TypesInUse() {}

    /** Those of the types that no relationship has. */
    public static List<String> missing(Transaction tx, Collection<String> types) {
        KernelTransaction kernel = ((InternalTransaction) tx).kernelTransaction();
        return types.stream().filter(type -> relationships(kernel, type) == 0).toList();
    }

    private static long relationships(KernelTransaction kernel, String type) {
        Read read = kernel.dataRead();
        int id = kernel.tokenRead().relationshipType(type);
        return id == TokenConstants.NO_TOKEN
                ? 0
                : read.countsForRelationship(TokenConstants.ANY_LABEL, id, TokenConstants.ANY_LABEL);
    }

    /** Those of the labels that no node has. */
    public static List<String> missingLabels(Transaction tx, Collection<String> labels) {
        KernelTransaction kernel = ((InternalTransaction) tx).kernelTransaction();
        return labels.stream().filter(label -> nodes(kernel, label) == 0).toList();
    }

    private static long nodes(KernelTransaction kernel, String label) {
        int id = kernel.tokenRead().nodeLabel(label);
        return id == TokenConstants.NO_TOKEN ? 0 : kernel.dataRead().countsForNode(id);
    }
}
