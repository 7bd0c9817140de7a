package org.gnnrec.training;

import java.util.Map;

class SoftmaxModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("negativeSamples", 16);
    }
}
