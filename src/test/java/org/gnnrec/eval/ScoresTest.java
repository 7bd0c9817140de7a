package org.gnnrec.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static Scores.Row row(String model, String segment, String metric, long k, double value, long users) {
        return new Scores.Row(model, segment, metric, k, value, users);
    }

    private static List<Scores.Row> rows() {
        return new ArrayList<>(List.of(row("eval", "few", "recall", 20, 0.9, 10),
                row("eval", "all", "recall", 20, 0.3, 50),
                row("eval", "all", "ndcg", 20, 0.2, 50), row("eval", "all", "recall", 10, 0.1, 50),
                row("popularity", "all", "recall", 20, 0.12, 50), row("popularity", "all", "ndcg", 20, 0.11, 50),
                row("itemKnn", "all", "recall", 20, 0.22, 50), row("itemKnn", "all", "ndcg", 20, 0.21, 50),
                row("rp3beta", "all", "recall", 20, 0.24, 50), row("rp3beta", "all", "ndcg", 20, 0.23, 50)));
    }

    @Test
    void takesTheRowsOfAllUsersAt20() {
        assertThat(Scores.of(rows())).isEqualTo(
                new Scores(new Score(0.3, 0.2), new Score(0.12, 0.11), new Score(0.22, 0.21), new Score(0.24, 0.23),
                        null));
    }

    @Test
    void newItemsAreASegmentOfTheirOwn() {
        List<Scores.Row> rows = rows();
        rows.add(row("eval", "newItems", "recall", 20, 0.4, 50));
        rows.add(row("eval", "newItems", "ndcg", 20, 0.35, 50));
        assertThat(Scores.of(rows).newItems()).isEqualTo(new Score(0.4, 0.35));
        assertThat(Scores.of(rows).model()).isEqualTo(new Score(0.3, 0.2));
    }

    @Test
    void aMissingBaselineIsNamed() {
        List<Scores.Row> rows = rows();
        rows.removeIf(row -> row.model().equals("itemKnn"));
        assertThatThrownBy(() -> Scores.of(rows)).hasMessage("gnnrec.evaluate gave no recall at 20 for itemKnn");
    }
}
