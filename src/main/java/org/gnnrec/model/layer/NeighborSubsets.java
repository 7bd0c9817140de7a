package org.gnnrec.model.layer;

import java.util.Arrays;
import org.gnnrec.graph.CsrGraph;

/**
 * Blocks whose targets are copies of one node, each with all of its neighbors or with all but one. The copies are the
 * first sources, the neighbors of the row come after them.
 */
record NeighborSubsets(CsrGraph neighbors, int row) {
    private static final int NONE = -1;

    /** One copy with all neighbors. */
    Block whole() {
        Block block = empty(1, degree());
        set(block, 0, NONE);
        return block;
    }

    /** A copy for each of the neighbors [from, to), without that neighbor. O((to - from) * degree). */
    Block withoutEach(int from, int to) {
        Block block = empty(to - from, degree() - 1);
        for (int copy = 0; copy < block.size(); copy++) {
            set(block, copy, from + copy);
        }
        return block;
    }

    private int degree() {
        return neighbors.degree(row);
    }

    private Block empty(int copies, int each) {
        int[] offsets = new int[copies + 1];
        Arrays.setAll(offsets, copy -> copy * each);
        return new Block(copies, copies + degree(), offsets, new int[copies * each], new float[copies * each]);
    }

    /** The sum is added up for each copy. Subtracting from one sum would lose a small weight beside a large one. */
    private void set(Block block, int copy, int leftOut) {
        double sum = 0;
        int place = block.offsets()[copy];
        for (int n = 0; n < degree(); n++) {
            if (n != leftOut) {
                block.columns()[place++] = block.size() + n;
                sum += weight(n);
            }
        }
        place = block.offsets()[copy];
        for (int n = 0; n < degree(); n++) {
            if (n != leftOut) {
                block.weights()[place++] = (float) (weight(n) / sum);
            }
        }
    }

    private float weight(int n) {
        return neighbors.weight(neighbors.offsets()[row] + n);
    }
}
