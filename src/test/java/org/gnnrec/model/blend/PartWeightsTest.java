package org.gnnrec.model.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gnnrec.config.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartWeightsTest {
    private static final List<String> PARTS = List.of("a", "b", "c");
    private static final Key<PartWeights> KEY = PartWeights.key(PARTS);

    @Test
    void givenWeightsBecomeSharesAndAreKept() {
        PartWeights given = KEY.read(Map.of("a", 1L, "c", 3.0));
        assertThat(given.values()).containsExactly(Map.entry("a", 0.25), Map.entry("b", 0.0), Map.entry("c", 0.75));
        assertThat(given.alternatives(PARTS, "a")).containsExactly(given);
        PartWeights alone = PartWeights.alone("b", given);
        assertThat(alone.of("b")).isOne();
        assertThat(alone.of("a")).isZero();
        assertThat(alone.alternatives(PARTS, "a")).containsExactly(given);
    }

    @Test
    void thePartsToTakeComeFirstAllOfThemAndAlwaysWithTheNeededOne() {
        List<PartWeights> subsets = PartWeights.alone("c", null).alternatives(PARTS, "a");
        assertThat(subsets).hasSize(4).allMatch(weights -> weights.of("a") > 0);
        assertThat(subsets.getFirst().values().values()).containsOnly(1.0 / 3);
    }

    /** Whatever is better in each round, the choice ends, and shares add up to one. */
    @Test
    void theChoiceEnds() {
        Set<Map<String, Double>> seen = new HashSet<>();
        PartWeights now = PartWeights.alone("c", null);
        List<PartWeights> next = now.alternatives(PARTS, "a");
        while (!next.equals(List.of(now))) {
            now = next.getLast();
            assertThat(now.values().values().stream().mapToDouble(Double::doubleValue).sum()).isBetween(0.999999,
                    1.000001);
            assertThat(seen).hasSizeLessThan(50);
            seen.add(now.values());
            next = now.alternatives(PARTS, "a");
        }
        assertThat(seen).isNotEmpty();
    }

    @Test
    void eachPartIsHalvedWhereAllAreKeptAsTheyAre() {
        List<PartWeights> halves = PartWeights.alone("c", null).alternatives(PARTS, "a").getFirst()
                .alternatives(PARTS, "a");
        assertThat(halves).hasSize(4);
        assertThat(halves.getFirst().alternatives(PARTS, "a")).containsExactly(halves.getFirst());
        assertThat(halves.get(1).of("a")).isCloseTo(0.2, within(1e-12));
        assertThat(halves.get(1).alternatives(PARTS, "a")).hasSize(4);
    }

    static Stream<Object> wrong() {
        return Stream.of(Map.of(), Map.of("a", 0), Map.of("a", -1, "b", 2), Map.of("d", 1), Map.of("a", "1"),
                Map.of("a", Double.NaN), Map.of("a", Double.POSITIVE_INFINITY), List.of(1), 1);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void otherValuesAreRefused(Object value) {
        assertThatThrownBy(() -> KEY.read(value)).hasMessageStartingWith("partWeights must be a map of a, b, c to "
                + "numbers that are not negative, one of them above 0 but was ");
    }
}
