package org.gnnrec.training;

import java.util.Map;

/** Few neighbors, so that the band of hard negatives is not empty. */
class PinSageMarginModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("modelType", "pinsage", "loss", "margin", "importanceNeighbors", 4);
    }
}
