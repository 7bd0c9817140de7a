package org.gnnrec.training;

import java.util.Map;

class RowNormalizedModelTest extends GnnModelContract {
    @Override
    Map<String, Object> keys() {
        return Map.of("rowNormalization", true, "negativeSamples", 16);
    }
}
