package org.gnnrec.training;

import java.util.Map;

/** With one negative: the paper's twenty hold items apart that are to be alike, more than pairs join them. */
class WalkModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("modelType", "graphsage", "loss", "walk", "negativeSamples", 1);
    }
}
