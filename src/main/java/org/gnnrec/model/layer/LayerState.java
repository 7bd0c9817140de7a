package org.gnnrec.model.layer;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.Weight;

/** The names of what is stored of a model with layers. The rows before layer k are columns kd to (k + 1)d. */
public final class LayerState {
    /** What users have before each layer, or their embedding without a layer. */
    public static final String USER_LAYERS = "userLayers";
    /** What items have before each layer, or their embedding without a layer. */
    public static final String ITEM_LAYERS = "itemLayers";
    /** The learned rows of users. */
    public static final String USER_BASE = TrainedModel.LEARNED + "userBase";
    /** The learned rows of items. */
    public static final String ITEM_BASE = TrainedModel.LEARNED + "itemBase";
    private static final String WEIGHT = "weight.";

    private LayerState() {}

    /** Adds dense weights under their names. */
    static NamedArrays with(NamedArrays state, List<Weight> weights) {
        NamedArrays more = state;
        for (Weight weight : weights) {
            if (more.has(WEIGHT + weight.name())) {
                throw new IllegalStateException("two weights are named '" + weight.name() + "'");
            }
            more = more.with(WEIGHT + weight.name(), weight.values());
        }
        return more;
    }

    /** The dense weight of this name. */
    static DenseMatrix weight(NamedArrays state, String name) {
        return state.matrix(WEIGHT + name);
    }

    /** The dense weight of this name, which must have this shape. */
    static DenseMatrix weight(NamedArrays state, String name, int rows, int cols) {
        return state.matrix(WEIGHT + name, rows, cols);
    }

    /** The names of all dense weights, in the order in which they were added. */
    static List<String> weightNames(NamedArrays state) {
        return List.copyOf(state.under(WEIGHT).asMap().keySet());
    }

    /** The dense weights alone. */
    public static NamedArrays weightArrays(NamedArrays state) {
        return NamedArrays.NONE.with(WEIGHT, state.under(WEIGHT));
    }

    /** All dense weights, in the order in which they were added. */
    public static List<DenseMatrix> weights(NamedArrays state) {
        return weightNames(state).stream().map(name -> weight(state, name)).toList();
    }
}
