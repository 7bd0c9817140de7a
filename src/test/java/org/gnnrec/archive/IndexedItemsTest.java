package org.gnnrec.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.model.FittedModel;
import org.gnnrec.testing.Rows;
import org.gnnrec.testing.ServedModels;
import org.junit.jupiter.api.Test;

class IndexedItemsTest {
    private static final FeatureSchema NONE = FeatureSchemas.NONE.items();
    private static final FeatureSchema SOME = Rows.learn(1L, 2L);

    @Test
    void itemsWithoutAnInteractionAreLeftOut() {
        assertThat(IndexedItems.of(model(FeatureSchemas.NONE))).containsExactly(1, 3);
    }

    @Test
    void itemsOfAModelWithItemFeaturesAreAllThere() {
        assertThat(IndexedItems.of(model(new FeatureSchemas(NONE, SOME)))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void featuresOfUsersTellNothingAboutItems() {
        assertThat(IndexedItems.of(model(new FeatureSchemas(SOME, NONE)))).containsExactly(1, 3);
    }

    /** Two users and four items, of which the first and the third have no interaction. */
    private static ServedModel model(FeatureSchemas features) {
        CsrBuilder rows = new CsrBuilder(2, 4);
        rows.add(0, 1);
        rows.add(1, 3);
        FittedModel fitted = new FittedModel(rows.build(), ServedModels.matrix(4, 2, new SplittableRandom(1)),
                NamedArrays.NONE);
        return new ServedModel(ServedModels.info("default", 1), ServedModels.table(0, 2, user -> user),
                ServedModels.table(2, 4, item -> item), new CsrBuilder(2, 4).build(), fitted, features);
    }
}
