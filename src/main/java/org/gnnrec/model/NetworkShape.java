package org.gnnrec.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.gat.Attention;
import org.gnnrec.model.gat.Gat;
import org.gnnrec.model.gat.GatShape;
import org.gnnrec.model.graphsage.Aggregation;
import org.gnnrec.model.graphsage.GraphSage;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.NodePass;
import org.gnnrec.model.pinsage.PinSage;

/**
 * The layers of a model with dense weights, which is what training and serving build alike.
 *
 * @param aggregator of GraphSAGE, null with another type
 * @param gat null with another type
 * @param importanceNeighbors of PinSage, 0 with another type
 */
public record NetworkShape(ModelType type, int layers, int dimension, Aggregation aggregator, GatShape gat,
        int importanceNeighbors) {

    /** That of a stored model, from its configuration. */
    static NetworkShape of(ModelType type, Map<String, Object> configuration) {
        return new NetworkShape(type, number(configuration, "layers"), number(configuration, "embeddingDimension"),
                type == ModelType.GRAPHSAGE ? constant(Aggregation.class, configuration, "aggregator") : null,
                type == ModelType.GAT ? gat(configuration) : null,
                type == ModelType.PINSAGE ? number(configuration, "importanceNeighbors") : 0);
    }

    private static GatShape gat(Map<String, Object> configuration) {
        return new GatShape(constant(Attention.class, configuration, "attention"),
                number(configuration, "attentionHeads"), (double) configuration.get("dropout"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Map<String, Object> configuration, String key) {
        return Enum.valueOf(type, ((String) configuration.get(key)).toUpperCase(Locale.ROOT));
    }

    private static int number(Map<String, Object> configuration, String key) {
        return Math.toIntExact((long) configuration.get(key));
    }

    /**
     * The layers from the base rows inwards, their weights zero.
     *
     * @param sources the most rows that one of them reads at a time
     */
    public List<Layer> build(int sources, RowProducts products) {
        return switch (type) {
            case GRAPHSAGE -> GraphSage.layers(layers, dimension, aggregator, sources, products);
            case GAT -> Gat.layers(layers, dimension, gat, sources, products);
            case PINSAGE -> PinSage.layers(layers, dimension, sources, products);
            case LIGHTGCN -> List.of();
        };
    }

    /**
     * The embedding of a node by these layers, run for it alone in plain Java. O(neighbors * d + d^2) a layer, or where
     * layers transform what a neighbor sends O(neighbors * d^2).
     *
     * @param input what the node has before the first layer
     * @param neighborLayers what the nodes of the other side have before each layer, one after the other
     * @param neighbors a graph in whose row the node's neighbors are
     */
    public float[] embed(List<DenseMatrix> weights, float[] input, DenseMatrix neighborLayers, CsrGraph neighbors,
            int row) {
        return pass(weights, neighbors.degree(row)).embedding(input, neighborLayers, neighbors, row);
    }

    /** These layers for a node with so many neighbors, in plain Java. */
    public NodePass pass(List<DenseMatrix> weights, int neighbors) {
        RowProducts products = new RowProducts(DenseAlgebra.java(), new Parallel(1));
        return new NodePass(build(NodePass.sources(neighbors), products), weights);
    }

    /** What a node that training did not know has before the first layer: its features by the weight of its side. */
    public float[] inputOfNew(ServedModel model, boolean isUser, FeatureMatrix features) {
        float[] input = new float[dimension];
        if (features.columnCount() > 0) {
            // Those of features stand last, the items' behind the users'.
            boolean isLast = !isUser || model.features().items().columnCount() == 0;
            DenseMatrix weight = model.weights().get(model.weights().size() - (isLast ? 1 : 2));
            Kernels.get().gather(features.columns(), features.values(), 0, features.entryCount(), weight.data(),
                    dimension, input, 0);
        }
        return input;
    }
}
