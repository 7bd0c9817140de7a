package org.gnnrec.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gnnrec.lab.client.Score;
import org.gnnrec.lab.data.DatasetBuilder;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.data.SplitRule;
import org.junit.jupiter.api.Test;

class RidgeBaselineTest {
    private static final List<Part> TRAIN = List.of(Part.TRAIN);
    private static final int ITEMS = 120;

    /** Users of two tastes; items of two genres by turns, the last thirty new. */
    private static DatasetBuilder twoTastes(boolean hasGenres) {
        DatasetBuilder data = new DatasetBuilder("tastes");
        for (int item = 0; item < ITEMS; item++) {
            data.item(Integer.toString(item), null, hasGenres ? List.of(item % 2 == 0 ? "War" : "Drama") : List.of(),
                    null);
        }
        for (int user = 0; user < 10; user++) {
            for (int item = user % 2; item < ITEMS; item += 2) {
                data.interaction(partOf(user, item), Integer.toString(user), Integer.toString(item));
            }
        }
        return data;
    }

    private static Part partOf(int user, int item) {
        if (item >= 90) {
            return Part.TEST;
        }
        return item / 2 % 10 == user ? Part.VALID : Part.TRAIN;
    }

    @Test
    void newItemsOfTheirGenreComeFirst() {
        RidgeBaseline.Result result = RidgeBaseline.score(twoTastes(true).build(SplitRule.USER, 1), TRAIN);
        assertThat(result.newItems()).isEqualTo(new Score(1, 1));
        assertThat(result.allItems().recallAt20()).isEqualTo(1);
    }

    /** All penalties rank alike here. */
    @Test
    void theLeastOfEqualPenaltiesIsTaken() {
        assertThat(RidgeBaseline.score(twoTastes(true).build(SplitRule.USER, 1), TRAIN).penalty()).isEqualTo(0.1);
    }

    @Test
    void withoutGenresAndYearsThereIsNone() {
        assertThat(RidgeBaseline.score(twoTastes(false).build(SplitRule.USER, 1), TRAIN)).isNull();
    }
}
