package org.gnnrec.training;

import java.util.Map;

class GatModelTest extends GnnModelContract {
    /** At this learning rate a node learns to attend to itself alone, and one user in forty is missed, unless it drops. */
    @Override
    Map<String, Object> keys() {
        return Map.of("modelType", "gat", "dropout", 0.3);
    }
}
