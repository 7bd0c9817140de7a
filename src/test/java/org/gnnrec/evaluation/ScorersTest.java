package org.gnnrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.graph.Graphs;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Parallel;
import org.junit.jupiter.api.Test;

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

    @Test
    void itemKnnSumsTheSimilaritiesOfTheNearestItemsTheUserHas() {
        for (int neighbors : new int[]{ 1, 4, ITEMS }) {
            DenseMatrix out;
            try (Parallel parallel = new Parallel(2)) {
                out = score(new ItemKnnScorer(BipartiteGraph.of(train), neighbors, parallel), 0, USERS);
            }
            double[][] nearest = nearest(neighbors);
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
    private double[][] nearest(int neighbors) {
        CsrGraph itemUsers = train.transpose();
        double[][] kept = new double[ITEMS][ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            double[] cosines = new double[ITEMS];
            for (int other = 0; other < ITEMS; other++) {
                int both = 0;
                for (int user = 0; user < USERS; user++) {
                    both += train.contains(user, item) && train.contains(user, other) ? 1 : 0;
                }
                cosines[other] = other == item || both == 0
                        ? 0
                        : (float) (both / (Math.sqrt(itemUsers.degree(item) * itemUsers.degree(other)) + 10));
            }
            int row = item;
            IntStream.range(0, ITEMS).boxed().sorted(Comparator.comparing(other -> -cosines[other])).limit(neighbors)
                    .forEach(other -> kept[row][other] = cosines[other]);
        }
        return kept;
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
