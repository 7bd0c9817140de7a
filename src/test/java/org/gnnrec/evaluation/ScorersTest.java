package org.gnnrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScorersTest {
    private static final int USERS = 40;
    private static final int ITEMS = 25;

    private final CsrGraph train = Graphs.random(USERS, ITEMS, 0.15, 6);

    @Test
    void popularityIsTheDegreeForEveryUser() {
        DenseMatrix out = score(new PopularityScorer(train), 0, USERS);
        CsrGraph itemUsers = train.transpose();
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                assertThat(out.data()[user * ITEMS + item]).isEqualTo(itemUsers.degree(item));
            }
        }
    }

    @Test
    void embeddingsScoreByInnerProduct() {
        DenseMatrix users = random(USERS, 7);
        DenseMatrix items = random(ITEMS, 7);
        DenseMatrix out = score(new EmbeddingScorer(users, items), 3, 30);
        for (int row = 0; row < 27; row++) {
            for (int item = 0; item < ITEMS; item++) {
                double sum = 0;
                for (int c = 0; c < 7; c++) {
                    sum += users.data()[(row + 3) * 7 + c] * items.data()[item * 7 + c];
                }
                assertThat(out.data()[row * ITEMS + item]).isCloseTo((float) sum, within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ItemSimilarity.class)
    void itemKnnSumsTheSimilaritiesOfTheNearestItemsTheUserHas(ItemSimilarity similarity) {
        for (int neighbors : new int[]{ 1, 4, ITEMS }) {
            DenseMatrix out;
            try (Parallel parallel = new Parallel(2)) {
                out = score(new ItemKnnScorer(BipartiteGraph.of(train), similarity, neighbors, parallel), 0, USERS);
            }
            double[][] nearest = nearest(similarity, neighbors);
            for (int user = 0; user < USERS; user++) {
                for (int item = 0; item < ITEMS; item++) {
                    double sum = 0;
                    for (int own = 0; own < ITEMS; own++) {
                        sum += train.contains(user, own) ? nearest[item][own] : 0;
                    }
                    assertThat(out.data()[user * ITEMS + item]).isCloseTo((float) sum, within(1e-5f));
                }
            }
        }
    }

    /** The dense twin: every similarity, all but the nearest of each row set to zero. */
    private double[][] nearest(ItemSimilarity similarity, int neighbors) {
        double[][] kept = new double[ITEMS][ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            double[] similarities = new double[ITEMS];
            for (int other = 0; other < ITEMS; other++) {
                similarities[other] = other == item ? 0 : similarity(similarity, item, other);
            }
            int row = item;
            IntStream.range(0, ITEMS).boxed().sorted(Comparator.comparingDouble(other -> -similarities[other]))
                    .limit(neighbors)
                    .forEach(other -> kept[row][other] = similarities[other]);
        }
        return kept;
    }

    private float similarity(ItemSimilarity similarity, int item, int other) {
        CsrGraph itemUsers = train.transpose();
        double both = 0;
        double walks = 0;
        for (int user = 0; user < USERS; user++) {
            if (train.contains(user, item) && train.contains(user, other)) {
                both++;
                walks += 1 / Math.sqrt(train.degree(user));
            }
        }
        double from = itemUsers.degree(other);
        double to = itemUsers.degree(item);
        return (float) switch (similarity) {
            case COSINE -> both / (Math.sqrt(from * to) + 10);
            case RP3BETA -> walks / (Math.sqrt(from) * Math.pow(to, 0.3));
        };
    }

    private static DenseMatrix score(Scorer scorer, int from, int to) {
        DenseMatrix out = DenseMatrix.zeros(to - from, scorer.itemCount());
        scorer.score(IntStream.range(0, USERS).toArray(), from, to, out);
        return out;
    }

    private static DenseMatrix random(int rows, int d) {
        SplittableRandom random = new SplittableRandom(rows);
        DenseMatrix matrix = DenseMatrix.zeros(rows, d);
        for (int i = 0; i < matrix.data().length; i++) {
            matrix.data()[i] = (float) random.nextGaussian();
        }
        return matrix;
    }
}
