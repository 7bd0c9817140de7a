package org.gnnrec.model.graphsage;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.layer.Aggregator;
import org.gnnrec.model.layer.Dense;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.NeighborSum;
import org.gnnrec.model.layer.SageLayer;

/**
 * GraphSAGE (Hamilton, Ying and Leskovec, "Inductive Representation Learning on Large Graphs", NeurIPS 2017), with one
 * width for all layers.
 */
final class GraphSage {
    private GraphSage() {}

    /**
     * Its layers, the weights zero.
     *
     * @param sources the most rows that a layer reads
     */
    static List<Layer> layers(int count, int dimension, Aggregation aggregation, int sources, RowProducts products) {
        List<Layer> layers = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            layers.add(layer("sage" + k, k < count, dimension, aggregation, sources, products));
        }
        return layers;
    }

    private static SageLayer layer(String name, boolean hidden, int dimension, Aggregation aggregation, int sources,
            RowProducts products) {
        Linear self = aggregation == Aggregation.GCN
                ? null
                : Linear.withoutBias(name + ".self", dimension, dimension, products);
        return new SageLayer(self, Linear.withoutBias(name + ".neighbors", dimension, dimension, products),
                aggregator(name, dimension, aggregation, sources, products), hidden, dimension, products.parallel());
    }

    private static Aggregator aggregator(String name, int dimension, Aggregation aggregation, int sources,
            RowProducts products) {
        return switch (aggregation) {
            case MEAN -> new MeanAggregator(new NeighborSum(sources, products.parallel()));
            case GCN -> new GcnAggregator(dimension, new NeighborSum(sources, products.parallel()),
                    products.parallel());
            case POOL -> new PoolAggregator(new Dense(
                    Linear.withBias(name + ".pool", dimension, dimension, products), products.parallel()),
                    products.parallel());
            case LSTM -> new LstmAggregator(Linear.withBias(name + ".lstm.input", dimension, 4 * dimension, products),
                    Linear.withoutBias(name + ".lstm.state", dimension, 4 * dimension, products),
                    products.parallel());
        };
    }
}
