package org.gnnrec.training;

import java.util.Map;

class PinSageModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("modelType", "pinsage");
    }
}
