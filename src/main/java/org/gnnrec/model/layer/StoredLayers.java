package org.gnnrec.model.layer;

import java.util.ArrayList;
import java.util.List;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.FittedModel;

/** Checks that the stored arrays of a model are those of its layers. Reads shapes alone. */
public final class StoredLayers {
    private final LayerFactory factory;
    private final int dimension;
    private final NamedArrays state;

    /** @throws IllegalArgumentException where the items of the model have another dimension */
    public StoredLayers(LayerFactory factory, int dimension, FittedModel model) {
        this.factory = factory;
        this.dimension = dimension;
        this.state = model.state();
        if (model.dimension() != dimension) {
            throw new IllegalArgumentException("embeddingDimension is " + dimension
                    + " but the items of the model have " + model.dimension() + " floats each");
        }
    }

    /**
     * Checks the rows of one side: what they have before each of so many layers and, where it is there, what they
     * learned.
     */
    public void requireRows(String layers, String base, int rows, int count) {
        state.matrix(layers, rows, count * dimension);
        if (state.has(base)) {
            state.matrix(base, rows, dimension);
        }
    }

    /** Checks the dense weights, with those of so many columns of features. A warm start takes them in this order. */
    public void requireWeights(int userColumns, int itemColumns) {
        RowProducts products = new RowProducts(DenseAlgebra.java(), new Parallel(1));
        List<String> wanted = new ArrayList<>();
        factory.layers(1, Linears.stored(state, products))
                .forEach(layer -> layer.weights().forEach(weight -> wanted.add(weight.name())));
        requireFeatures("users", userColumns, wanted);
        requireFeatures("items", itemColumns, wanted);
        List<String> names = LayerState.weightNames(state);
        if (!names.equals(wanted)) {
            throw new IllegalArgumentException("the weights of the model must be " + wanted + " but are " + names);
        }
    }

    private void requireFeatures(String side, int columns, List<String> wanted) {
        if (columns > 0) {
            wanted.add(FeatureInputs.weightName(side));
            LayerState.weight(state, FeatureInputs.weightName(side), columns, dimension);
        }
    }
}
