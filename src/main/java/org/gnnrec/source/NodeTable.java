package org.gnnrec.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The nodes on one side of the graph: dense index, Neo4j's node id and the value of the id property in its canonical
 * form. The value is the identity: Neo4j reuses the node ids of deleted nodes. Immutable and thread-safe.
 */
public final class NodeTable {
    private final IdMap nodes;
    private final Object[] values;
    private volatile Map<Object, Integer> indexByValue;

    public NodeTable(IdMap nodes, Object[] values) {
        if (nodes.size() != values.length) {
            throw new IllegalArgumentException(nodes.size() + " nodes but " + values.length + " id values");
        }
        this.nodes = nodes;
        this.values = values;
    }

    public int size() {
        return values.length;
    }

    public IdMap nodes() {
        return nodes;
    }

    /** The id value of a dense index. */
    public Object value(int index) {
        return values[index];
    }

    /** The nodes of these indices, which must ascend. */
    public NodeTable select(int[] indices) {
        return new NodeTable(IdMap.ofAscending(Arrays.stream(indices).mapToLong(nodes::nodeId).toArray()),
                Arrays.stream(indices).mapToObj(this::value).toArray());
    }

    /** True if all indices have equal id values. */
    public boolean sameValues(NodeTable other) {
        return Arrays.equals(values, other.values);
    }

    /** The dense index of a canonical id value, or -1. The first call builds a hash table, O(n). */
    public int indexOfValue(Object value) {
        if (indexByValue == null) {
            indexByValue = index();
        }
        return indexByValue.getOrDefault(value, -1);
    }

    private Map<Object, Integer> index() {
        Map<Object, Integer> map = HashMap.newHashMap(values.length);
        for (int i = 0; i < values.length; i++) {
            map.put(values[i], i);
        }
        return map;
    }
}
