package org.gnnrec.serving;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.ModelType;
import org.gnnrec.model.ServedModel;

/** A user's embedding from the items they have now. Thread-safe. */
interface FoldIn {
    /**
     * The embedding of a user (dense index, or -1 where training did not know them) with the items of a row of
     * {@code items}.
     */
    float[] embedding(int user, CsrGraph items, int row);

    /** The one of this model. */
    static FoldIn of(ServedModel model) {
        return model.info().type() == ModelType.LIGHTGCN ? new LinearFoldIn(model) : new LayeredFoldIn(model);
    }
}
