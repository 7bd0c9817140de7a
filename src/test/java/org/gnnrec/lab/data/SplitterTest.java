package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final int USERS = 12;
    private static final int ITEMS = 60;

    private static List<Object> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> (Object) (long) i).toList();
    }

    private static long[] randomPairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return LongStream.range(0, 200)
                .map(i -> Interactions.pair((int) Math.sqrt(random.nextInt(USERS * USERS)), random.nextInt(ITEMS)))
                .toArray();
    }

    private static Splitter splitter(long[] pairs) {
        return new Splitter(ids(USERS), ids(ITEMS), pairs);
    }

    private static void assertPartition(Map<Part, Interactions> parts, long[] pairs) {
        long[] union = parts.values().stream().flatMapToLong(part -> LongStream.of(part.pairs())).toArray();
        assertThat(union).doesNotHaveDuplicates().containsExactlyInAnyOrder(LongStream.of(pairs).distinct().toArray());
    }

    @Property(tries = 100)
    void byUserEveryInteractionIsInExactlyOnePart(@ForAll long seed) {
        long[] pairs = randomPairs(seed);
        assertPartition(splitter(pairs).byUser(seed), pairs);
    }

    @Property(tries = 100)
    void byTimeEveryInteractionIsInExactlyOnePart(@ForAll long seed) {
        long[] pairs = randomPairs(seed);
        long[] times = new SplittableRandom(seed).longs(pairs.length, 0, 50).toArray();
        assertPartition(splitter(pairs).byTime(times), pairs);
    }

    @Property(tries = 60)
    void eachUserIsCutAt70And80Percent(@ForAll @IntRange(min = 5, max = ITEMS) int degree, @ForAll long seed) {
        long[] pairs = IntStream.range(0, degree).mapToLong(item -> Interactions.pair(3, item)).toArray();
        Map<Part, Interactions> parts = splitter(pairs).byUser(seed);
        int train = (int) Math.floor(0.7 * degree + 0.5);
        int valid = (int) Math.floor(0.8 * degree + 0.5) - train;
        assertThat(parts.get(Part.TRAIN).degree(3)).isEqualTo(train);
        assertThat(parts.get(Part.VALID).degree(3)).isEqualTo(valid);
        assertThat(parts.get(Part.TEST).degree(3)).isEqualTo(degree - train - valid).isPositive();
    }

    @Property(tries = 50)
    void usersWithFewerThanFiveKeepAllInTrain(@ForAll @IntRange(min = 1, max = 4) int degree, @ForAll long seed) {
        List<Long> pairs = new ArrayList<>();
        for (int item = 0; item < degree; item++) {
            pairs.add(Interactions.pair(1, item));
        }
        for (int item = 0; item < ITEMS; item++) {
            pairs.add(Interactions.pair(2, item));
        }
        long[] all = pairs.stream().mapToLong(Long::longValue).toArray();
        long[] times = LongStream.range(0, all.length).map(i -> -i).toArray();
        assertThat(splitter(all).byUser(seed).get(Part.TRAIN).degree(1)).isEqualTo(degree);
        assertThat(splitter(all).byTime(times).get(Part.TRAIN).degree(1)).isEqualTo(degree);
    }

    @Property(tries = 50)
    void theOrderOfTheLinesDoesNotMatter(@ForAll long seed) {
        long[] pairs = randomPairs(seed);
        long[] reversed = IntStream.range(0, pairs.length).mapToLong(i -> pairs[pairs.length - 1 - i]).toArray();
        assertThat(splitter(pairs).byUser(7)).isEqualTo(splitter(reversed).byUser(7));
        assertThat(splitter(pairs).cold(7)).isEqualTo(splitter(reversed).cold(7));
    }

    private static int[] coldItems(long seed) {
        long[] everything = LongStream.range(0, USERS * ITEMS)
                .map(i -> Interactions.pair((int) i / ITEMS, (int) i % ITEMS)).toArray();
        return splitter(everything).cold(seed).get(Part.TEST).itemsOf(0);
    }

    @Property(tries = 100)
    void ofColdItemsEveryInteractionIsInExactlyOnePart(@ForAll long seed) {
        long[] pairs = randomPairs(seed);
        assertPartition(splitter(pairs).cold(seed), pairs);
    }

    @Property(tries = 50)
    void aTenthOfTheItemsIsCold(@ForAll long seed) {
        assertThat(coldItems(seed)).hasSize(ITEMS / 10);
        assertThat(new Splitter(ids(1), ids(19), new long[]{ 7 }).cold(seed).get(Part.TEST).size())
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 50)
    void whatColdItemsHaveIsAllTheTest(@ForAll long seed) {
        Map<Part, Interactions> parts = splitter(randomPairs(seed)).cold(seed);
        int[] cold = coldItems(seed);
        assertThat(items(parts.get(Part.TEST))).isSubsetOf(IntStream.of(cold).boxed().toList());
        assertThat(items(parts.get(Part.TRAIN))).doesNotContainAnyElementsOf(IntStream.of(cold).boxed().toList());
        assertThat(items(parts.get(Part.VALID))).doesNotContainAnyElementsOf(IntStream.of(cold).boxed().toList());
    }

    private static List<Integer> items(Interactions part) {
        return LongStream.of(part.pairs()).mapToObj(Interactions::itemOf).toList();
    }

    @Property(tries = 50)
    void theRestOfAUserIsCutAt90Percent(@ForAll @IntRange(min = 1, max = ITEMS) int degree, @ForAll long seed) {
        long[] pairs = IntStream.range(0, degree).mapToLong(item -> Interactions.pair(3, item)).toArray();
        Map<Part, Interactions> parts = splitter(pairs).cold(seed);
        int rest = degree - parts.get(Part.TEST).degree(3);
        int train = rest < 5 ? rest : (int) Math.floor(0.9 * rest + 0.5);
        assertThat(parts.get(Part.TRAIN).degree(3)).isEqualTo(train);
        assertThat(parts.get(Part.VALID).degree(3)).isEqualTo(rest - train);
    }

    @Test
    void anotherSeedHoldsOtherItemsOut() {
        assertThat(coldItems(1)).isEqualTo(coldItems(1)).isNotEqualTo(coldItems(2));
    }

    @Test
    void anotherSeedGivesAnotherSplit() {
        long[] pairs = randomPairs(1);
        assertThat(splitter(pairs).byUser(1)).isEqualTo(splitter(pairs).byUser(1))
                .isNotEqualTo(splitter(pairs).byUser(2));
    }

    @Test
    void byTimeTrainIsBeforeValidBeforeTest() {
        long[] pairs = IntStream.range(0, 10).mapToLong(item -> Interactions.pair(0, item)).toArray();
        long[] times = { 90, 10, 80, 20, 70, 30, 60, 40, 50, 100 };
        Map<Part, Interactions> parts = splitter(pairs).byTime(times);
        assertThat(parts.get(Part.TRAIN).itemsOf(0)).containsExactly(1, 3, 4, 5, 6, 7, 8);
        assertThat(parts.get(Part.VALID).itemsOf(0)).containsExactly(2);
        assertThat(parts.get(Part.TEST).itemsOf(0)).containsExactly(0, 9);
    }

    @Test
    void equalTimesAreNeverParted() {
        long[] pairs = IntStream.range(0, 10).mapToLong(item -> Interactions.pair(0, item)).toArray();
        long[] times = { 1, 1, 1, 1, 5, 5, 5, 5, 9, 9 };
        Map<Part, Interactions> parts = splitter(pairs).byTime(times);
        assertThat(parts.get(Part.TRAIN).size()).isEqualTo(8);
        assertThat(parts.get(Part.TEST).itemsOf(0)).containsExactly(8, 9);
    }

    @Test
    void aRepeatedPairCountsWhereItIsFirst() {
        long[] pairs = IntStream.range(0, 10).mapToLong(i -> Interactions.pair(0, i == 9 ? 0 : i)).toArray();
        Map<Part, Interactions> parts = splitter(pairs).byTime(LongStream.range(0, 10).toArray());
        assertThat(parts.get(Part.TRAIN).contains(0, 0)).isTrue();
        assertThat(parts.get(Part.TEST).itemsOf(0)).containsExactly(8);
    }
}
