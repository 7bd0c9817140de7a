package org.gnnrec.training;

import java.util.Map;

class SageModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("modelType", "graphsage");
    }
}
