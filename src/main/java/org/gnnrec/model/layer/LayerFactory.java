package org.gnnrec.model.layer;

import java.util.List;

/** Makes the layers of one model. */
@FunctionalInterface
public interface LayerFactory {
    /**
     * The layers from the base rows inwards, with the weights that {@code linears} gives.
     *
     * @param sources the most rows that one of them reads at a time
     */
    List<Layer> layers(int sources, Linears linears);
}
