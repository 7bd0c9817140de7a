package org.gnnrec.source;

import java.util.Arrays;

/**
 * Neo4j's node ids on one side, dense indices 0..n-1 on the other; the indices follow the ids in ascending order.
 * Lookup by id takes O(log n); 8 bytes a node. Immutable and thread-safe.
 */
public final class IdMap {
    private final long[] nodeIds;

    private IdMap(long[] nodeIds) {
        this.nodeIds = nodeIds;
    }

    /** Takes over this array, which must ascend strictly. */
    public static IdMap ofAscending(long[] nodeIds) {
        for (int i = 1; i < nodeIds.length; i++) {
            if (nodeIds[i - 1] >= nodeIds[i]) {
                throw new IllegalArgumentException(
                        "node ids must ascend strictly but " + nodeIds[i - 1] + " stands before " + nodeIds[i]);
            }
        }
        return new IdMap(nodeIds);
    }

    public int size() {
        return nodeIds.length;
    }

    /** The node id of a dense index. */
    public long nodeId(int index) {
        return nodeIds[index];
    }

    /** The dense index of a node id, or -1. */
    public int indexOf(long nodeId) {
        int index = Arrays.binarySearch(nodeIds, nodeId);
        return index < 0 ? -1 : index;
    }

    /** The ids, ascending; shared, not to be changed. */
    public long[] nodeIds() {
        return nodeIds;
    }
}
