package org.gnnrec.training;

import java.util.Map;

class BatchSoftmaxModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("negativePopularity", 1, "layers", 2, "temperature", 0.2);
    }
}
