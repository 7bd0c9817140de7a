package org.gnnrec.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.gnnrec.insight.CommunityNames.Name;
import org.gnnrec.insight.ItemValues.Value;
import org.junit.jupiter.api.Test;

/** Communities of 30 items each: 0 to 29, 30 to 59, 60 to 89. */
class CommunityNamesTest {
    private static final int SIZE = 30;
    private static final int[][] MEMBERS = IntStream.range(0, 3)
            .mapToObj(community -> IntStream.range(community * SIZE, (community + 1) * SIZE).toArray())
            .toArray(int[][]::new);

    private final List<List<Value>> rows = IntStream.range(0, 3 * SIZE)
            .<List<Value>>mapToObj(item -> new ArrayList<>()).toList();

    @Test
    void thePlantedValueNamesNotUniqueTitlesNorWhatAllHave() {
        for (int item = 0; item < rows.size(); item++) {
            tag(item, "title", "title " + item);
            tag(item, "kind", "film");
            tag(item, "genre", List.of("Comedy", "Drama", "War").get(item / SIZE));
        }
        Name[] names = names();
        assertThat(names).extracting(Name::text).containsExactly("genre: Comedy", "genre: Drama", "genre: War");
        assertThat(names[1].share()).isEqualTo(1);
        assertThat(names[1].overallShare()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void aValueNamesTheCommunityItIsStrongestInAndTheOtherTakesItsNextBest() {
        IntStream.range(0, 30).forEach(item -> tag(item, "genre", "Drama"));
        IntStream.range(30, 55).forEach(item -> tag(item, "genre", "Drama"));
        IntStream.range(30, 42).forEach(item -> tag(item, "vegan", true));
        assertThat(names()).extracting(name -> name == null ? null : name.text()).containsExactly("genre: Drama",
                "vegan: true", null);
    }

    @Test
    void aCommunityWithNoOtherValueSharesOne() {
        IntStream.range(0, 60).forEach(item -> tag(item, "genre", "Drama"));
        assertThat(names()[0].text()).isEqualTo("genre: Drama");
        assertThat(names()[1].text()).isEqualTo("genre: Drama");
    }

    @Test
    void chanceNamesNothing() {
        SplittableRandom random = new SplittableRandom(5);
        for (int item = 0; item < rows.size(); item++) {
            for (int tags = 0; tags < 10; tags++) {
                tag(item, "tag", "tag " + random.nextInt(60));
            }
        }
        assertThat(names()).containsOnlyNulls();
    }

    @Test
    void aValueTwiceOnOneItemCountsOnce() {
        for (int item = 0; item < SIZE; item++) {
            tag(item, "genre", "Drama");
            tag(item, "genre", "Drama");
        }
        assertThat(names()[0].share()).isEqualTo(1);
    }

    @Test
    void itemsWithoutValuesHaveNoNames() {
        assertThat(names()).containsOnlyNulls();
    }

    private void tag(int item, String property, Object value) {
        rows.get(item).add(new Value(property, value));
    }

    private Name[] names() {
        ItemValues values = new ItemValues();
        rows.forEach(values::add);
        return CommunityNames.of(MEMBERS, values);
    }
}
