package org.gnnrec.store;

import java.util.Iterator;

import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexType;

/** The range index on one property of a label; a constraint's index counts. Neo4j allows no second one. */
public final class RangeIndex {
    private RangeIndex() {}

    /** The index, whatever its state, or null if there is none. */
    public static IndexDefinition find(Transaction tx, Label label, String property) {
        for (IndexDefinition index : tx.schema().getIndexes(label)) {
            if (index.getIndexType() == IndexType.RANGE && isOn(index, property)) {
                return index;
            }
        }
        return null;
    }

    /** True if the index is on this property alone. */
    public static boolean isOn(IndexDefinition index, String property) {
        Iterator<String> keys = index.getPropertyKeys().iterator();
        return keys.next().equals(property) && !keys.hasNext();
    }
}
