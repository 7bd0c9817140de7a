package org.gnnrec.training;

import java.util.Map;

class MarginModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("loss", "margin");
    }
}
