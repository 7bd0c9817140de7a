package org.gnnrec.model.pinsage;

import java.util.Arrays;
import java.util.List;
import org.gnnrec.model.layer.Layer;

/**
 * The layers of PinSage and how a step of training samples for them.
 *
 * @param layers made by {@link PinSage#layers}
 * @param hopSizes the most neighbors of an item in each convolution, the one from the batch first
 * @param newNodeRate share of the items with features that count as new
 */
record PinSageShape(List<Layer> layers, int dimension, List<Integer> hopSizes, double newNodeRate) {
    /** The sample size of each layer. The head is nearest to the batch and reads no neighbors. */
    int[] sampleSizes() {
        int[] sizes = new int[hopSizes.size() + 1];
        Arrays.setAll(sizes, n -> n == 0 ? 0 : hopSizes.get(n - 1));
        return sizes;
    }
}
