package org.gnnrec.projection.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rating         | 1 2 3 4 5         | true
            starRating     | 2 3               | true
            user_score     | 0.1 0.72 0.9      | true
            stars          | -1 1              | true
            how            | 1 2 3 4 5         | true
            how            | 0.5 1 4.5 5       | true
            how            | 1 4 7 10          | true
            how            | 1 2 5             | false
            how            | 2 3 4 5           | false
            how            | 1 2 3 4           | false
            how            | 1 2 3.3 5         | false
            quantity       | 1 2 3 4 5         | false
            ratingCount    | 1 2 3 4 5         | false
            howId          | 1 2 3 4 5         | false
            rating         | 4 4 4             | false
            """)
    void ratingsAreToldByNameOrByTheirScale(String property, String numbers, boolean isRating) {
        assertThat(values(property, numbers).isRating()).isEqualTo(isRating);
    }

    @Test
    void whatIsNotAlwaysANumberIsNoRating() {
        for (Object other : new Object[]{ "5", Double.NaN, true }) {
            NumberValues values = values("rating", "1 2 3 4 5");
            values.add(other);
            assertThat(values.isRating()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 2 3 4 5                   | 3
            0.5 1 1.5 2 2.5 3 3.5 4 4.5 5 | 3
            1 3 3.5 3.5 4 5             | 3.5
            4 4 4 5 5 1                 | 4
            1 1 1 1 2 5                 | 5
            1 1 1 1 2 3 5               | 3
            -1 -1 1                     | 1
            0.25 0.75                   | 0.75
            5 5 5 4                     | 5
            """)
    void theThresholdIsTheMedianButNotBelowTheMiddle(String numbers, double least) {
        assertThat(values("rating", numbers).threshold()).isEqualTo(new Threshold("rating", least));
    }

    @Test
    void theWeightIsWrittenAsCypherReadsIt() {
        assertThat(new Threshold("rating", 3.5).weightOf("r"))
                .isEqualTo("CASE WHEN r.rating < 3.5 THEN 0 ELSE 1 END");
        assertThat(new Threshold("my rating", 4).weightOf("event"))
                .isEqualTo("CASE WHEN event.`my rating` < 4 THEN 0 ELSE 1 END");
    }

    private static NumberValues values(String property, String numbers) {
        NumberValues values = new NumberValues(property);
        Arrays.stream(numbers.split(" ")).map(Double::valueOf).forEach(values::add);
        return values;
    }
}
