package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PowerLawGraphTest {
    private static final PowerLawGraph GRAPH = new PowerLawGraph(10_000, 2_000, 100_000, 1);

    @Test
    void hasAboutAsManyRelationshipsAsWanted() {
        assertThat(likes().count()).isCloseTo(100_000, within(5_000L));
    }

    @Test
    void aRowAscendsWithoutDuplicatesAndIsTheSameEachTime() {
        for (int user = 0; user < 100; user++) {
            int[] row = GRAPH.itemsOf(user);
            assertThat(row).isNotEmpty().isSorted().doesNotHaveDuplicates().isEqualTo(GRAPH.itemsOf(user));
            assertThat(row[row.length - 1]).isLessThan(2_000);
        }
    }

    @Test
    void anotherSeedMakesAnotherGraph() {
        PowerLawGraph other = new PowerLawGraph(10_000, 2_000, 100_000, 2);
        assertThat(IntStream.range(0, 10)).anyMatch(user -> !Arrays.equals(GRAPH.itemsOf(user), other.itemsOf(user)));
    }

    @Test
    void aTenthOfTheItemsHasMuchMoreThanATenthOfTheLikes() {
        assertThat(likes().filter(item -> item < 200).count()).isBetween(30_000L, 50_000L);
    }

    @Test
    void activeUsersLikeManyTimesWhatTheMedianUserLikes() {
        int[] degrees = IntStream.range(0, 10_000).map(user -> GRAPH.itemsOf(user).length).sorted().toArray();
        assertThat(degrees[9_990]).isGreaterThan(8 * degrees[5_000]);
    }

    @Test
    void mostOfAUsersLikesAreOfOneCommunity() {
        double share = IntStream.range(0, 200).mapToDouble(PowerLawGraphTest::shareOfLargestCommunity).average()
                .orElseThrow();
        assertThat(share).isBetween(0.7, 0.95);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new PowerLawGraph(100, 20, 2_000, 1)).hasMessageContaining("relationships a user");
        assertThatThrownBy(() -> new PowerLawGraph(0, 20, 2_000, 1)).hasMessageContaining("0 users");
    }

    private static IntStream likes() {
        return IntStream.range(0, 10_000).flatMap(user -> Arrays.stream(GRAPH.itemsOf(user)));
    }

    private static double shareOfLargestCommunity(int user) {
        int[] items = GRAPH.itemsOf(user);
        int[] counts = new int[GRAPH.communities()];
        Arrays.stream(items).forEach(item -> counts[item % counts.length]++);
        return (double) Arrays.stream(counts).max().orElseThrow() / items.length;
    }
}
