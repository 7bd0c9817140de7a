package org.gnnrec.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityFinderTest {
    @ParameterizedTest
    @ValueSource(ints = { 2, 4, 7, 12 })
    void plantedGroupsAreFound(int groups) {
        Planted planted = Planted.of(groups * 30, groups, 0.25, groups);
        Communities communities = planted.find(groups, 2);
        assertThat(planted.purity(communities)).isEqualTo(1);
        assertThat(communities.sizes()).containsOnly(30);
    }

    @ParameterizedTest
    @ValueSource(ints = { 3, 5, 8 })
    void theNumberOfPlantedGroupsIsChosen(int groups) {
        assertThat(Planted.of(groups * 40, groups, 0.25, groups).chooseCount(2)).isEqualTo(groups);
    }

    @Test
    void theyAreNumberedByFallingSize() {
        Communities communities = Planted.of(300, 6, 1, 1).find(10, 2);
        int[] falling = IntStream.of(communities.sizes()).map(size -> -size).sorted().map(size -> -size).toArray();
        assertThat(communities.sizes()).isEqualTo(falling);
        int[] counted = new int[communities.sizes().length];
        IntStream.of(communities.nearest()).forEach(community -> counted[community]++);
        assertThat(communities.sizes()).isEqualTo(counted);
    }

    @Test
    void theyDoNotDependOnTheThreads() {
        Planted planted = Planted.of(2_000, 9, 0.8, 2);
        Communities one = planted.find(9, 1);
        Communities three = planted.find(9, 3);
        assertThat(three.nearest()).isEqualTo(one.nearest());
        assertThat(three.cosines()).isEqualTo(one.cosines());
        assertThat(three.secondCosines()).isEqualTo(one.secondCosines());
        assertThat(planted.chooseCount(3)).isEqualTo(planted.chooseCount(1));
    }

    @Test
    void aSampleFindsForAllItemsWhatAllWouldFind() {
        int items = 2 * CommunityFinder.SAMPLE + 10_000;
        Planted planted = Planted.of(items, 5, 0.3, 3);
        assertThat(planted.purity(planted.find(5, 2))).isEqualTo(1);
    }

    @Test
    void itemsOfOneDirectionAreOneCommunityThatLeadsNowhere() {
        DenseMatrix same = DenseMatrix.zeros(10, 4);
        IntStream.range(0, 10).forEach(item -> same.data()[same.offset(item)] = 1);
        try (Parallel parallel = new Parallel(1)) {
            int[] degrees = new int[10];
            Communities communities = new CommunityFinder(same, degrees, 1, parallel, () -> {}).find(3);
            assertThat(communities.sizes()).containsExactly(10);
            assertThat(communities.second()).containsOnly(-1);
            int[] all = communities.members()[0];
            assertThat(new Representatives(communities, degrees).bridging(all, 5)).isEmpty();
        }
    }

    @Test
    void aCancellationEndsIt() {
        Planted planted = Planted.of(100, 2, 0.2, 4);
        try (Parallel parallel = new Parallel(1)) {
            CommunityFinder finder = new CommunityFinder(planted.directions(), planted.degrees(), 1, parallel, () -> {
                throw new CancellationException("terminated");
            });
            assertThatThrownBy(() -> finder.find(2)).hasMessage("terminated");
            assertThatThrownBy(finder::chooseCount).hasMessage("terminated");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 2, 3, 4, 10, 80, 1_682, 1_000_000 })
    void theNumbersToTryAscendWithinWhatIsAllowed(int items) {
        int[] candidates = CommunityCount.candidates(items);
        assertThat(candidates).hasSizeBetween(1, 16).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(candidates).allMatch(count -> count >= 2 && count <= Math.min(50, items))).isTrue();
    }
}
