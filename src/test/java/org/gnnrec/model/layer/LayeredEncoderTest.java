package org.gnnrec.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureMatrixBuilder;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.RowSet;
import org.gnnrec.models.ModelTypes;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredEncoderTest {
    private static final int USERS = 12;
    private static final int ITEMS = 9;
    private static final int D = 4;
    private static final int WHOLE = 1000;

    private final CsrGraph rows = Graphs.weighted(Graphs.random(USERS, ITEMS, 0.4, 3), 5);
    private final Features features = new Features(FeatureMatrix.none(USERS), random(ITEMS, 6));
    private final Embeddings base = base();
    private final Parallel parallel = new Parallel(2);

    @AfterEach
    void close() {
        parallel.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "mean", "gcn", "pool" })
    void aBatchWithAllNeighborsIsWhatTheWholeGraphGives(String aggregator) {
        LayeredEncoder encoder = encoder(rows, features, aggregator, 2, WHOLE, 0);
        Embeddings whole = Embeddings.zeros(USERS, ITEMS, D);
        encoder.forward(base, whole);
        RowSet users = set(USERS, 7, 2);
        RowSet items = set(ITEMS, 0, 8, 3);
        Embeddings batch = Embeddings.zeros(2, 3, D);
        encoder.forward(base, users, items, batch);
        for (int slot = 0; slot < 2; slot++) {
            assertThat(batch.users().row(slot)).containsExactly(whole.users().row(users.row(slot)), within(1e-6f));
        }
        for (int slot = 0; slot < 3; slot++) {
            assertThat(batch.items().row(slot)).containsExactly(whole.items().row(items.row(slot)), within(1e-6f));
        }
    }

    @Test
    void sampledNeighborhoodsComeCloserToWholeOnesAsTheyGrow() {
        double one = meanError(1);
        double three = meanError(3);
        double five = meanError(5);
        assertThat(three).isLessThan(one);
        assertThat(five).isLessThan(three);
        assertThat(meanError(ITEMS)).isLessThan(1e-6);
    }

    private double meanError(int limit) {
        LayeredEncoder encoder = encoder(rows, features, "mean", 1, limit, 0);
        Embeddings whole = Embeddings.zeros(USERS, ITEMS, D);
        encoder.forward(base, whole);
        Embeddings batch = Embeddings.zeros(USERS, ITEMS, D);
        double sum = 0;
        for (int draw = 0; draw < 200; draw++) {
            encoder.forward(base, set(USERS, IntStream.range(0, USERS).toArray()), set(ITEMS), batch);
            for (int n = 0; n < USERS * D; n++) {
                sum += Math.abs(batch.users().data()[n] - whole.users().data()[n]);
            }
        }
        return sum / 200;
    }

    @Test
    void otherNodeIdsGiveTheSameEmbeddings() {
        int[] newUser = permutation(USERS, 1);
        int[] newItem = permutation(ITEMS, 2);
        CsrBuilder builder = new CsrBuilder(USERS, ITEMS, true);
        IntStream.range(0, USERS).boxed().sorted((a, b) -> newUser[a] - newUser[b])
                .forEach(user -> IntStream.range(rows.offsets()[user], rows.offsets()[user + 1]).boxed()
                        .sorted((a, b) -> newItem[rows.neighbors()[a]] - newItem[rows.neighbors()[b]])
                        .forEach(e -> builder.add(newUser[user], newItem[rows.neighbors()[e]], rows.weight(e))));
        Embeddings moved = Embeddings.zeros(USERS, ITEMS, D);
        move(base.users().data(), newUser, moved.users().data());
        move(base.items().data(), newItem, moved.items().data());
        Features none = Features.none(USERS, ITEMS);
        Embeddings before = Embeddings.zeros(USERS, ITEMS, D);
        Embeddings after = Embeddings.zeros(USERS, ITEMS, D);
        encoder(rows, none, "mean", 2, WHOLE, 0).forward(base, before);
        encoder(builder.build(), none, "mean", 2, WHOLE, 0).forward(moved, after);
        float[] expected = new float[USERS * D];
        move(before.users().data(), newUser, expected);
        assertThat(after.users().data()).containsExactly(expected, within(1e-5f));
    }

    @Test
    void withoutLayersTheGradientOfFeaturesIsTheirProductWithTheRows() {
        LayeredEncoder encoder = encoder(rows, features, "mean", 0, WHOLE, 0);
        RowSet users = set(USERS, 1);
        RowSet items = set(ITEMS, 4, 0);
        encoder.forward(base, users, items, Embeddings.zeros(1, 2, D));
        Embeddings rowGradients = base();
        Embeddings gradient = Embeddings.zeros(USERS, ITEMS, D);
        encoder.backward(rowGradients, users, items, gradient);
        float[] expected = new float[6 * D];
        FeatureMatrix x = features.items();
        for (int slot = 0; slot < 2; slot++) {
            int item = items.row(slot);
            for (int e = x.offsets()[item]; e < x.offsets()[item + 1]; e++) {
                for (int c = 0; c < D; c++) {
                    expected[x.columns()[e] * D + c] += x.values()[e] * rowGradients.items().data()[slot * D + c];
                }
            }
            assertThat(gradient.items().row(item)).containsExactly(rowGradients.items().row(slot));
        }
        assertThat(encoder.weights().getLast().gradient().data()).containsExactly(expected, within(1e-6f));
    }

    @Test
    void aNewNodeHasItsFeaturesAlone() {
        LayeredEncoder encoder = encoder(rows, features, "mean", 1, WHOLE, 1);
        RowSet items = set(ITEMS, 4, 0);
        Embeddings some = Embeddings.zeros(0, 2, D);
        encoder.forward(base, set(USERS), items, some);
        Embeddings others = base();
        Arrays.fill(others.items().data(), 9);
        Embeddings same = Embeddings.zeros(0, 2, D);
        encoder.forward(others, set(USERS), items, same);
        assertThat(same.items().data()).containsExactly(some.items().data());
        encoder.backward(some, set(USERS), items, others);
        assertThat(others.items().data()).containsOnly(9);
    }

    private LayeredEncoder encoder(CsrGraph graph, Features of, String aggregator, int layers, int limit,
            double newNodeRate) {
        LayeredSpec spec = (LayeredSpec) ModelTypes.installed().spec("graphsage",
                Map.of("aggregator", aggregator, "layers", layers, "embeddingDimension", D));
        List<Layer> stack = spec.layers(USERS + ITEMS, Linears.zeros(new RowProducts(DenseAlgebra.java(), parallel)));
        int[] sizes = new int[layers];
        Arrays.fill(sizes, limit);
        LayeredEncoder encoder = new LayeredEncoder(BipartiteGraph.of(graph), of, D, stack, sizes, newNodeRate,
                new SplittableRandom(1), Workers.of(parallel, Cancellation.NEVER));
        encoder.initialize(new SplittableRandom(2));
        return encoder;
    }

    private static void move(float[] from, int[] places, float[] to) {
        for (int row = 0; row < places.length; row++) {
            System.arraycopy(from, row * D, to, places[row] * D, D);
        }
    }

    private static int[] permutation(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] places = IntStream.range(0, size).toArray();
        for (int n = size - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int kept = places[n];
            places[n] = places[other];
            places[other] = kept;
        }
        return places;
    }

    private static RowSet set(int rows, int... members) {
        RowSet set = new RowSet(rows, rows);
        Arrays.stream(members).forEach(set::add);
        return set;
    }

    private static Embeddings base() {
        SplittableRandom random = new SplittableRandom(4);
        Embeddings base = Embeddings.zeros(USERS, ITEMS, D);
        for (float[] data : List.of(base.users().data(), base.items().data())) {
            for (int n = 0; n < data.length; n++) {
                data[n] = (float) random.nextDouble(-1, 1);
            }
        }
        return base;
    }

    private static FeatureMatrix random(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(6);
        FeatureMatrixBuilder builder = new FeatureMatrixBuilder(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = random.nextInt(2); column < columns; column += 2) {
                builder.put(column, (float) random.nextDouble(-1, 1));
            }
            builder.endRow();
        }
        return builder.build();
    }
}
