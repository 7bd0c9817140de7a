package org.gnnrec.lab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleGeneratorTest {
    private static final Dataset SAMPLE = SampleGenerator.generate(1);
    private static final int[] COUNTS = trainCounts();

    private static int[] trainCounts() {
        int[] counts = new int[SAMPLE.items().size()];
        Arrays.stream(SAMPLE.train().pairs()).forEach(pair -> counts[Interactions.itemOf(pair)]++);
        return counts;
    }

    @Test
    void theSameSeedGivesTheSameSample() {
        assertThat(SampleGenerator.generate(1)).isEqualTo(SAMPLE);
        assertThat(SampleGenerator.generate(2)).isNotEqualTo(SAMPLE);
    }

    @Test
    void itHasItsSizeAndSaysThatItIsGenerated() {
        assertThat(SAMPLE.name()).contains("generated");
        assertThat(SAMPLE.userIds()).hasSize(SampleGenerator.USERS).startsWith("u1", "u2");
        assertThat(SAMPLE.items()).hasSize(SampleGenerator.ITEMS);
        assertThat(SAMPLE.interactionCount()).isBetween(60_000, 130_000);
        assertThat((double) SAMPLE.train().size() / SAMPLE.interactionCount()).isBetween(0.69, 0.71);
    }

    @Test
    void everyFilmHasATitleOfItsOwnAndOneOrTwoGenres() {
        assertThat(SAMPLE.items()).extracting(Item::title).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(SAMPLE.items()).allSatisfy(item -> assertThat(item.genres()).hasSizeBetween(1, 2)
                .isSubsetOf(SampleTitles.GENRES));
    }

    @Test
    void everyUserHasEnoughLikesToHoldSomeOut() {
        assertThat(IntStream.range(0, SampleGenerator.USERS)).allMatch(user -> SAMPLE.train().degree(user) >= 3);
        assertThat(IntStream.range(0, SampleGenerator.USERS).filter(user -> SAMPLE.test().degree(user) == 0)).isEmpty();
    }

    @Test
    void popularityHasALongTail() {
        int[] sorted = Arrays.stream(COUNTS).sorted().toArray();
        int tenth = sorted.length / 10;
        double all = Arrays.stream(sorted).sum();
        assertThat(Arrays.stream(sorted, sorted.length - tenth, sorted.length).sum() / all).isBetween(0.3, 0.5);
        assertThat(Arrays.stream(sorted, 0, sorted.length / 2).sum() / all).isBetween(0.1, 0.3);
        assertThat(sorted[sorted.length - 1]).isGreaterThan(8 * sorted[sorted.length / 2]);
    }

    @Test
    void whoLikedAlikeTellsFarMoreThanPopularity() {
        double neighbors = 0;
        double popularity = 0;
        int[][] cooccurrences = cooccurrences();
        for (int user = 0; user < 300; user++) {
            popularity += recallAt20(user, Arrays.stream(COUNTS).asDoubleStream().toArray());
            neighbors += recallAt20(user, neighborScores(user, cooccurrences));
        }
        assertThat(popularity / 300).isGreaterThan(0.05);
        assertThat(neighbors).isGreaterThan(1.8 * popularity);
    }

    private static int[][] cooccurrences() {
        int[][] counts = new int[SampleGenerator.ITEMS][SampleGenerator.ITEMS];
        for (int user = 0; user < SampleGenerator.USERS; user++) {
            int[] items = SAMPLE.train().itemsOf(user);
            for (int a : items) {
                for (int b : items) {
                    counts[a][b]++;
                }
            }
        }
        return counts;
    }

    private static double[] neighborScores(int user, int[][] cooccurrences) {
        double[] scores = new double[SampleGenerator.ITEMS];
        for (int liked : SAMPLE.train().itemsOf(user)) {
            for (int item = 0; item < scores.length; item++) {
                scores[item] += cooccurrences[liked][item] / Math.sqrt((1.0 + COUNTS[liked]) * (1.0 + COUNTS[item]));
            }
        }
        return scores;
    }

    private static double recallAt20(int user, double[] scores) {
        long hits = IntStream.range(0, scores.length).filter(item -> !SAMPLE.train().contains(user, item)).boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a])).limit(20)
                .filter(item -> SAMPLE.test().contains(user, item)).count();
        return (double) hits / SAMPLE.test().degree(user);
    }
}
