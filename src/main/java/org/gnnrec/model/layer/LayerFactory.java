package org.gnnrec.model.layer;

import java.util.List;
import org.gnnrec.linalg.RowProducts;

/** Makes the layers of one model. */
@FunctionalInterface
public interface LayerFactory {
    /**
     * The layers from the base rows inwards, their weights zero.
     *
     * @param sources the most rows that one of them reads at a time
     */
    List<Layer> layers(int sources, RowProducts products);
}
