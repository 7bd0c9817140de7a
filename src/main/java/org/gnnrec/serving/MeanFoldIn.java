package org.gnnrec.serving;

import java.util.Arrays;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.NetworkShape;
import org.gnnrec.model.ServedModel;
import org.gnnrec.model.pinsage.ImportanceRow;
import org.gnnrec.model.pinsage.ItemMean;
import org.neo4j.graphdb.Node;

/**
 * The embedding of a user of PinSage: the mean of their items as they are now. It is exact, also for a user that
 * training did not know. O(items of the user * d). A new item runs through the layers with its present features and
 * with what the items of its users had before each layer when the model was trained. Without features it begins as the
 * mean of those, because no item of a training begins as nothing.
 */
final class MeanFoldIn implements FoldIn {
    private final ServedModel model;
    private final NetworkShape shape;

    MeanFoldIn(ServedModel model) {
        this.model = model;
        this.shape = model.info().network();
    }

    @Override
    public float[] embedding(int user, CsrGraph items, int row) {
        float[] mean = new float[model.dimension()];
        ItemMean.set(items, row, model.messages(), column(), mean.length, mean, 0);
        return mean;
    }

    /** The terms of {@code <e_u, e_i>}, at the length that the sum of the items has before it is scaled to one. */
    @Override
    public Contributions contributions(Node user, int index, CsrGraph items, float[] item, Cancellation cancellation) {
        double length = Arrays.stream(products(items, embedding(index, items, 0))).sum();
        double[] terms = Arrays.stream(products(items, item)).map(term -> length > 0 ? term / length : 0).toArray();
        return Contributions.terms(terms, null);
    }

    /**
     * What each item of the row adds to the sum's product with a vector. With the mean itself, the products add up to
     * the length of the sum.
     */
    private double[] products(CsrGraph items, float[] vector) {
        DenseMatrix messages = model.messages();
        double[] products = new double[items.edgeCount()];
        for (int e = 0; e < products.length; e++) {
            products[e] = items.weight(e) * (double) Kernels.get().dot(messages.data(),
                    messages.offset(items.neighbors()[e]) + column(), vector, 0, vector.length);
        }
        return products;
    }

    /** Where the embeddings of items begin in their messages. They are not the served ones, which popularity scales. */
    private int column() {
        return model.messages().cols() - model.dimension();
    }

    @Override
    public float[] embeddingOfNew(Node user, CsrGraph items, int row) {
        return embedding(-1, items, row);
    }

    @Override
    public float[] embeddingOfNewItem(Node item, CsrGraph users) {
        CsrGraph neighbors = ImportanceRow.of(users, model.rows(), shape.importanceNeighbors());
        NewItems items = new NewItems(model, shape);
        FeatureMatrix features = items.features(item);
        float[] input = features.entryCount() > 0 ? items.input(features) : meanInput(neighbors);
        return items.embedding(input, users, model.messages(), neighbors);
    }

    /** What the neighbors have before the first layer, whose weights add up to one. */
    private float[] meanInput(CsrGraph neighbors) {
        float[] mean = new float[model.dimension()];
        DenseMatrix messages = model.messages();
        for (int e = 0; e < neighbors.edgeCount(); e++) {
            Kernels.get().axpy(neighbors.weight(e), messages.data(), messages.offset(neighbors.neighbors()[e]), mean, 0,
                    mean.length);
        }
        return mean;
    }
}
