package org.gnnrec.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.graphsage.Aggregation;
import org.gnnrec.model.graphsage.GraphSage;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.UserPass;

/**
 * The layers of a model with dense weights, which is what training and serving build alike.
 *
 * @param aggregator of GraphSAGE
 */
public record NetworkShape(ModelType type, int layers, int dimension, Aggregation aggregator) {

    /** That of a stored model, from its configuration. */
    static NetworkShape of(ModelType type, Map<String, Object> configuration) {
        return new NetworkShape(type, number(configuration, "layers"), number(configuration, "embeddingDimension"),
                Aggregation.valueOf(((String) configuration.get("aggregator")).toUpperCase(Locale.ROOT)));
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
        return GraphSage.layers(layers, dimension, aggregator, sources, products);
    }

    /**
     * A user's embedding by these layers, run for this user alone in plain Java. O(items of the user * d + d^2) a layer.
     *
     * @param base what the user has before the first layer
     * @param items a graph in whose row the user's items are
     */
    public float[] embedUser(ServedModel model, float[] base, CsrGraph items, int row) {
        RowProducts products = new RowProducts(DenseAlgebra.java(), new Parallel(1));
        UserPass pass = new UserPass(build(items.degree(row) + 1, products), model.weights());
        return pass.embedding(base, model.messages(), items, row);
    }
}
