package org.gnnrec.model.layer;

/**
 * One hop to a few target nodes from the source nodes that it needs: target t is also source row t, and its neighbors
 * are the source rows {@code columns[offsets[t] .. offsets[t + 1])}. The weights of its neighbors add up to one; a node
 * may have none. The arrays may be longer than this block needs. They belong to the next block of the same maker.
 *
 * @param size the number of targets
 * @param sourceCount the number of sources, the targets among them
 */
public record Block(int size, int sourceCount, int[] offsets, int[] columns, float[] weights) {
    /** How many neighbors a target has. */
    public int degree(int target) {
        return offsets[target + 1] - offsets[target];
    }
}
