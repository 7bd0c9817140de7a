package org.gnnrec.model.gat;

import org.gnnrec.model.layer.Block;

/**
 * Makes every target its own neighbor too, because N_i of GAT includes i (Velickovic et al., ICLR 2018, section 2.1). A
 * node without a neighbor attends to itself alone. Grows to the largest block, 4 bytes an edge.
 */
final class SelfLoops {
    private static final double ROOM = 1.25;

    private int[] offsets = new int[1];
    private int[] columns = new int[0];

    /** The edges of the block with one more for each target; the edges of the last block are gone. O(edges). */
    Edges add(Block block) {
        makeRoom(block);
        for (int target = 0; target < block.size(); target++) {
            int from = block.offsets()[target] + target;
            columns[from] = target;
            System.arraycopy(block.columns(), block.offsets()[target], columns, from + 1, block.degree(target));
            offsets[target + 1] = from + 1 + block.degree(target);
        }
        return new Edges(block.size(), block.sourceCount(), offsets, columns);
    }

    private void makeRoom(Block block) {
        if (offsets.length <= block.size()) {
            offsets = new int[(int) (ROOM * block.size()) + 1];
        }
        int edges = Math.addExact(block.offsets()[block.size()], block.size());
        if (columns.length < edges) {
            columns = new int[(int) (ROOM * edges)];
        }
    }
}
