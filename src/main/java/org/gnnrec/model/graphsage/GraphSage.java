package org.gnnrec.model.graphsage;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.model.layer.Aggregator;
import org.gnnrec.model.layer.Dense;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Linear;
import org.gnnrec.model.layer.Linears;
import org.gnnrec.model.layer.NeighborSum;
import org.gnnrec.model.layer.SageLayer;

/**
 * GraphSAGE (Hamilton, Ying and Leskovec, "Inductive Representation Learning on Large Graphs", NeurIPS 2017), with one
 * width for all layers.
 */
final class GraphSage {
    private GraphSage() {}

    /**
     * Its layers, with the weights that {@code linears} gives.
     *
     * @param sources the most rows that a layer reads
     */
    static List<Layer> layers(int count, int dimension, Aggregation aggregation, int sources, Linears linears) {
        List<Layer> layers = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            layers.add(layer("sage" + k, k < count, dimension, aggregation, sources, linears));
        }
        return layers;
    }

    private static SageLayer layer(String name, boolean hidden, int dimension, Aggregation aggregation, int sources,
            Linears linears) {
        Linear self = aggregation == Aggregation.GCN
                ? null
                : linears.withoutBias(name + ".self", dimension, dimension);
        return new SageLayer(self, linears.withoutBias(name + ".neighbors", dimension, dimension),
                aggregator(name, dimension, aggregation, sources, linears), hidden, dimension, linears.parallel());
    }

    private static Aggregator aggregator(String name, int dimension, Aggregation aggregation, int sources,
            Linears linears) {
        return switch (aggregation) {
            case MEAN -> new MeanAggregator(new NeighborSum(sources, linears.parallel()));
            case GCN -> new GcnAggregator(dimension, new NeighborSum(sources, linears.parallel()),
                    linears.parallel());
            case POOL -> new PoolAggregator(new Dense(
                    linears.withBias(name + ".pool", dimension, dimension), linears.parallel()),
                    linears.parallel());
            case LSTM -> new LstmAggregator(linears.withBias(name + ".lstm.input", dimension, 4 * dimension),
                    linears.withoutBias(name + ".lstm.state", dimension, 4 * dimension),
                    linears.parallel());
        };
    }
}
