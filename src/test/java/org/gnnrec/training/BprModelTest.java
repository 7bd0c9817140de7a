package org.gnnrec.training;

import java.util.Map;

class BprModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("loss", "bpr");
    }
}
