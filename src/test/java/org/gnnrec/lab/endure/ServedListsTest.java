package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gnnrec.lab.endure.KilledWork.Chosen;
import org.gnnrec.lab.endure.KilledWork.Work;
import org.junit.jupiter.api.Test;

class ServedListsTest {
    private static final Chosen TRAIN_A = new Chosen(Work.TRAIN, "a", 5);

    private static List<Map<String, Object>> list(int item) {
        return Collections.nCopies(100, Map.of("itemId", item));
    }

    private static ServedLists served(long a, int itemOfA, long b, int itemOfB) {
        return new ServedLists(a == 0 ? Map.of("b", b) : Map.of("a", a, "b", b),
                Map.of("a", list(itemOfA), "b", list(itemOfB)));
    }

    @Test
    void theVersionBeforeWithItsListsIsRightAndSoIsTheOneAfter() {
        ServedLists before = served(3, 1, 2, 1);
        assertThat(before.violationsAfter(TRAIN_A, before)).isEmpty();
        assertThat(before.violationsAfter(TRAIN_A, served(4, 9, 2, 1))).isEmpty();
        assertThat(before.violationsAfter(new Chosen(Work.DROP, "a", 5), served(0, 0, 2, 1))).isEmpty();
    }

    @Test
    void otherVersionsAndOtherListsAreWrong() {
        ServedLists before = served(3, 1, 2, 1);
        assertThat(before.violationsAfter(TRAIN_A, served(5, 1, 2, 1))).singleElement().asString()
                .contains("had version 3");
        assertThat(before.violationsAfter(TRAIN_A, served(0, 1, 2, 1))).singleElement().asString().contains("has 0");
        assertThat(before.violationsAfter(TRAIN_A, served(3, 1, 3, 1))).singleElement().asString().contains("model b");
        assertThat(before.violationsAfter(TRAIN_A, served(3, 2, 2, 1))).singleElement().asString()
                .contains("recommends otherwise");
        assertThat(before.violationsAfter(new Chosen(Work.COMMUNITIES, "a", 5), served(4, 1, 2, 1))).hasSize(1);
    }

    @Test
    void tooFewRowsAreWrong() {
        ServedLists empty = new ServedLists(Map.of("b", 1L), Map.of("b", List.of()));
        assertThat(empty.violationsAfter(TRAIN_A, empty)).containsExactly("model b recommends 0 rows, not 100");
    }
}
