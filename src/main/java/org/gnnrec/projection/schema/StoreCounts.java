package org.gnnrec.projection.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.gnnrec.store.OwnNames;
import org.gnnrec.store.OwnTypes;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.Read;
import org.neo4j.internal.kernel.api.TokenRead;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.token.api.TokenConstants;

/**
 * The labels and relationship types in use, without those of gnnrec, and their counts from Neo4j's count store. Counts
 * are exact, include the transaction's own changes and take O(1) each, whatever the size of the graph. The store does
 * not know how many relationships lead from one label to another, only how many leave a label and how many reach one.
 */
final class StoreCounts {
    private final Read read;
    private final TokenRead tokens;
    private final List<String> labels;
    private final List<String> types;

    StoreCounts(Transaction tx) {
        KernelTransaction kernel = ((InternalTransaction) tx).kernelTransaction();
        this.read = kernel.dataRead();
        this.tokens = kernel.tokenRead();
        this.labels = names(tx.getAllLabelsInUse(), Label::name).filter(label -> nodes(label) > 0).toList();
        Set<String> own = OwnTypes.in(tx);
        this.types = names(tx.getAllRelationshipTypesInUse(), RelationshipType::name)
                .filter(type -> relationships(type) > 0 && !own.contains(type)).toList();
    }

    /** In alphabetical order. */
    List<String> labels() {
        return labels;
    }

    /** In alphabetical order. */
    List<String> types() {
        return types;
    }

    /** Nodes of the label. */
    long nodes(String label) {
        return read.countsForNode(tokens.nodeLabel(label));
    }

    /** Relationships of the type. */
    long relationships(String type) {
        return read.countsForRelationship(TokenConstants.ANY_LABEL, tokens.relationshipType(type),
                TokenConstants.ANY_LABEL);
    }

    /** How many relationships of the type leave each label; labels without any are left out. */
    Map<String, Long> starts(String type) {
        int typeId = tokens.relationshipType(type);
        return perLabel(label -> read.countsForRelationship(label, typeId, TokenConstants.ANY_LABEL));
    }

    /** How many relationships of the type reach each label; labels without any are left out. */
    Map<String, Long> ends(String type) {
        int typeId = tokens.relationshipType(type);
        return perLabel(label -> read.countsForRelationship(TokenConstants.ANY_LABEL, typeId, label));
    }

    private Map<String, Long> perLabel(ToLongFunction<Integer> count) {
        Map<String, Long> counts = new TreeMap<>();
        for (String label : labels) {
            long number = count.applyAsLong(tokens.nodeLabel(label));
            if (number > 0) {
                counts.put(label, number);
            }
        }
        return counts;
    }

    /** Without blank names, which no key takes. May contain names that only an index has: Neo4j counts them as in use. */
    private static <T> Stream<String> names(Iterable<T> inUse, Function<T, String> name) {
        return StreamSupport.stream(inUse.spliterator(), false).map(name)
                .filter(text -> !OwnNames.contains(text) && !text.isBlank())
                .sorted();
    }
}
