package org.gnnrec.model.pinsage;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.model.layer.Dense;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.Linears;
import org.gnnrec.model.layer.NeighborSum;
import org.gnnrec.model.layer.SageLayer;

/**
 * PinSage (Ying et al., "Graph Convolutional Neural Networks for Web-Scale Recommender Systems", KDD 2018), with one
 * width for all layers.
 */
final class PinSage {
    private PinSage() {}

    /**
     * Its convolutions and the head after them. The weights are those that {@code linears} gives.
     *
     * @param count of the convolutions
     * @param sources the most rows that a layer reads
     */
    static List<Layer> layers(int count, int dimension, int sources, Linears linears) {
        List<Layer> layers = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            layers.add(convolution("pin" + k, k < count, dimension, sources, linears));
        }
        layers.add(new Head(dense("head.first", dimension, linears),
                linears.withoutBias("head.second", dimension, dimension), linears.parallel()));
        return layers;
    }

    /**
     * CONVOLVE (algorithm 1), {@code z = s(W concat(h_u, n) + w); z = z / |z|} with the {@link ImportancePool} n. s is
     * ReLU in all layers but the last, which has none: the {@link Head} begins with a ReLU, and would not see what a
     * second ReLU removes.
     */
    private static Layer convolution(String name, boolean hidden, int dimension, int sources, Linears linears) {
        ImportancePool pool = new ImportancePool(dense(name + ".pool", dimension, linears),
                new NeighborSum(sources, linears.parallel()));
        return new SageLayer(linears.withoutBias(name + ".self", dimension, dimension),
                linears.withBias(name + ".neighbors", dimension, dimension), pool, hidden, dimension,
                linears.parallel());
    }

    private static Dense dense(String name, int dimension, Linears linears) {
        return new Dense(linears.withBias(name, dimension, dimension), linears.parallel());
    }
}
