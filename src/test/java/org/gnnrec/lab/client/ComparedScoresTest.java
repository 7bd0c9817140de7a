package org.gnnrec.lab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedScoresTest {
    private static ComparedScores.Row row(String model, String segment, String metric, long k, double value,
            long users) {
        return new ComparedScores.Row(model, segment, metric, k, value, users);
    }

    private static List<ComparedScores.Row> rows() {
        return new ArrayList<>(List.of(row("eval", "few", "recall", 20, 0.9, 10),
                row("eval", "all", "recall", 20, 0.3, 50),
                row("eval", "all", "ndcg", 20, 0.2, 50), row("eval", "all", "recall", 10, 0.1, 50),
                row("popularity", "all", "recall", 20, 0.12, 50), row("popularity", "all", "ndcg", 20, 0.11, 50),
                row("itemKnn", "all", "recall", 20, 0.22, 50), row("itemKnn", "all", "ndcg", 20, 0.21, 50),
                row("rp3beta", "all", "recall", 20, 0.24, 50), row("rp3beta", "all", "ndcg", 20, 0.23, 50)));
    }

    @Test
    void takesTheRowsOfAllUsersAt20() {
        assertThat(ComparedScores.of(rows())).isEqualTo(
                new ComparedScores(new Score(0.3, 0.2), new Score(0.12, 0.11), new Score(0.22, 0.21),
                        new Score(0.24, 0.23),
                        null));
    }

    @Test
    void newItemsAreASegmentOfTheirOwn() {
        List<ComparedScores.Row> rows = rows();
        rows.add(row("eval", "newItems", "recall", 20, 0.4, 50));
        rows.add(row("eval", "newItems", "ndcg", 20, 0.35, 50));
        assertThat(ComparedScores.of(rows).newItems()).isEqualTo(new Score(0.4, 0.35));
        assertThat(ComparedScores.of(rows).model()).isEqualTo(new Score(0.3, 0.2));
    }

    @Test
    void aMissingBaselineIsNamed() {
        List<ComparedScores.Row> rows = rows();
        rows.removeIf(row -> row.model().equals("itemKnn"));
        assertThatThrownBy(() -> ComparedScores.of(rows))
                .hasMessage("gnnrec.evaluate gave no recall at 20 for itemKnn");
    }
}
