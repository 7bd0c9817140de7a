package org.gnnrec.training;

import java.util.Map;

class SoftmaxAtKModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("loss", "softmaxAtK", "lossTopK", 5, "negativeSamples", 16);
    }
}
