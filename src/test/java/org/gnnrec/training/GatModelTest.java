package org.gnnrec.training;

import java.util.Map;

class GatModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("modelType", "gat", "dropout", 0.1);
    }
}
