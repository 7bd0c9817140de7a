package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CensusTest {
    private final Census before = new Census(Map.of("{key=id, value=u1}", 1L, "{type=LIKES}", 3L));

    @Test
    void equalCountsDoNotDiffer() {
        assertThat(before.differences(new Census(Map.copyOf(before.counts())))).isEmpty();
    }

    @Test
    void whatIsMissingAddedOrCountedOtherwiseIsNamed() {
        Census after = new Census(Map.of("{type=LIKES}", 2L, "{key=evil}", 1L));
        assertThat(before.differences(after)).singleElement().asString().contains("3 lines",
                "{key=id, value=u1} 1 -> 0", "{type=LIKES} 3 -> 2", "{key=evil} 0 -> 1");
    }

    @Test
    void ofManyDifferencesTheFirstAreShown() {
        Census after = new Census(IntStream.range(100, 200).boxed()
                .collect(Collectors.toMap(String::valueOf, Function.<Integer>identity().andThen(Integer::longValue))));
        assertThat(new Census(Map.of()).differences(after)).singleElement().asString().contains("100 lines", "104 0")
                .doesNotContain("105 0");
    }
}
