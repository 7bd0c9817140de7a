package org.gnnrec.serving;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.NetworkShape;
import org.gnnrec.model.ServedModel;

/**
 * A user's embedding by the layers of the model, run for this user alone over what the items had before each layer when it
 * was trained: exact for one layer, with more as if the items had not noticed. A user that training did not know has zeros
 * before the first layer.
 */
final class LayeredFoldIn implements FoldIn {
    private final ServedModel model;
    private final NetworkShape shape;

    LayeredFoldIn(ServedModel model) {
        this.model = model;
        this.shape = model.info().network();
    }

    @Override
    public float[] embedding(int user, CsrGraph items, int row) {
        float[] base = user < 0 ? new float[model.userBase().cols()] : model.userBase().row(user);
        return shape.embedUser(model, base, items, row);
    }
}
