package org.gnnrec.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gnnrec.model.UserInput.known;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArray;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.ClosedSpec;
import org.gnnrec.model.ClosedType;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.SteppedSpec;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;
import org.gnnrec.model.lightgcn.LightGcnType;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.RandomModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model whose score is the sum of those of two others, a LightGCN and a GraphSAGE of another width, which it keeps whole. */
class PartsOfAModelTest {
    private static final int USERS = 12;
    private static final int ITEMS = 9;
    private static final UserInput UNKNOWN = UserInput.unknown(FeatureMatrix.none(1));
    private static final ModelTypes TYPES = ModelTypes.of(List.of(new LightGcnType()), Stream.of(BothType::new));

    private final CsrGraph rows = Graphs.weighted(Graphs.random(USERS, ITEMS, 0.4, 3), 5);
    private final BothSpec both = (BothSpec) TYPES.spec("both", Map.of("firstDimension", 3L, "secondDimension", 5L));
    private final RandomModel first = RandomModel.of(both.first(), rows, Features.none(USERS, ITEMS));
    private final RandomModel second = RandomModel.of(both.second(), rows, Features.none(USERS, ITEMS));
    private TrainedModel trained;

    @BeforeEach
    void solve() {
        try (Parallel parallel = new Parallel(1)) {
            trained = both.solve(new TrainingGraph(rows, Features.none(USERS, ITEMS)), 1,
                    Workers.of(parallel, Cancellation.NEVER));
        }
    }

    @Test
    void theArraysOfBothAreThereUnderTheirPrefixes() {
        NamedArrays state = trained.state();
        assertThat(state.under("a.").asMap()).usingRecursiveComparison()
                .isEqualTo(first.trained().state().asMap());
        assertThat(state.under("b.").asMap()).usingRecursiveComparison()
                .isEqualTo(second.trained().state().asMap());
        assertThat(state.matrix("a.userBase").cols()).isEqualTo(3);
        assertThat(state.matrix("b.learned.userBase").cols()).isEqualTo(5);
    }

    @Test
    void theScoreIsTheSumOfTheScoresOfTheParts() {
        FoldIn foldIn = both.foldIn(new FittedModel(rows, trained.items(), trained.state()));
        for (int user = 0; user < USERS; user++) {
            assertSum(foldIn, known(user), rows.row(user));
            assertSum(foldIn, known(user), Graphs.parse(1, ITEMS, "0:1,4"));
            assertSum(foldIn, UNKNOWN, rows.row(user));
        }
    }

    private void assertSum(FoldIn foldIn, UserInput user, CsrGraph row) {
        float[] embedding = foldIn.embedding(user, row, 0);
        float[] ofFirst = first.foldIn().embedding(user, row, 0);
        float[] ofSecond = second.foldIn().embedding(user, row, 0);
        assertThat(embedding).containsExactly(concatenated(ofFirst, ofSecond));
        for (int item = 0; item < ITEMS; item++) {
            assertThat(dot(embedding, trained.items().row(item)))
                    .isCloseTo(dot(ofFirst, first.trained().items().row(item))
                            + dot(ofSecond, second.trained().items().row(item)), within(1e-9));
        }
    }

    @Test
    void contributionsAreTheSumsOfThoseToTheParts() {
        FoldIn foldIn = both.foldIn(new FittedModel(rows, trained.items(), trained.state()));
        CsrGraph row = rows.row(2);
        Contributions all = foldIn.contributions(known(2), row, ItemInput.known(trained.items(), 5),
                Cancellation.NEVER);
        Contributions ofFirst = first.foldIn().contributions(known(2), row, ItemInput.known(first.trained().items(), 5),
                Cancellation.NEVER);
        Contributions ofSecond = second.foldIn().contributions(known(2), row,
                ItemInput.known(second.trained().items(), 5),
                Cancellation.NEVER);
        assertThat(all.own()).isEqualTo(ofFirst.own() + ofSecond.own());
        for (int e = 0; e < row.edgeCount(); e++) {
            assertThat(all.items()[e]).isEqualTo(ofFirst.items()[e] + ofSecond.items()[e]);
        }
    }

    @Test
    void aTrainedRowGivesTheUserThatTheSolutionGave() {
        FoldIn foldIn = both.foldIn(new FittedModel(rows, trained.items(), trained.state()));
        for (int user = 0; user < USERS; user++) {
            assertThat(foldIn.embedding(known(user), rows, user)).containsExactly(trained.users().row(user),
                    within(1e-5f));
        }
    }

    @Test
    void bothComeBackFromTheirBytes() {
        FittedModel stored = new FittedModel(rows, trained.items(), throughBytes(trained.state()));
        FittedModel before = new FittedModel(rows, trained.items(), trained.state());
        for (int user = 0; user < USERS; user++) {
            assertThat(both.foldIn(stored).embedding(known(user), rows, user))
                    .containsExactly(both.foldIn(before).embedding(known(user), rows, user));
        }
    }

    private static NamedArrays throughBytes(NamedArrays arrays) {
        NamedArrays read = NamedArrays.NONE;
        for (Map.Entry<String, NamedArray> array : arrays.asMap().entrySet()) {
            List<byte[]> parts = new ArrayList<>();
            ArrayEntry entry = ArrayEntry.write(array.getKey(), array.getValue(), parts::add);
            read = read.with(entry.name(), entry.read(parts.size(), parts::get));
        }
        return read;
    }

    @Test
    void anotherTypeIsNamedAndOwnsItsKeysAsOursDo() {
        assertThat(TYPES.key().read("Both").name()).isEqualTo("both");
        assertThat(both.dimension()).isEqualTo(8);
        assertThatThrownBy(() -> TYPES.requireOwn(Map.of("firstDimension", 3L), new LightGcnType(), List.of()))
                .hasMessageContaining("it belongs to 'both'");
        assertThatThrownBy(() -> TYPES.requireOwn(Map.of("epochs", 3L), new BothType(), List.of()))
                .hasMessageContaining("it belongs to 'lightgcn'");
    }

    private static float[] concatenated(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(c -> (double) a[c] * b[c]).sum();
    }

    private static final class BothType implements ClosedType {
        private static final Key<Integer> FIRST = Key.integer("firstDimension", 1, 99, "The width of the first.");
        private static final Key<Integer> SECOND = Key.integer("secondDimension", 1, 99, "The width of the second.");

        @Override
        public String name() {
            return "both";
        }

        @Override
        public List<Key<?>> keys() {
            return List.of(FIRST, SECOND);
        }

        @Override
        public BothSpec spec(Config config) {
            return new BothSpec(part("lightgcn", config.get(FIRST)), part("graphsage", config.get(SECOND)));
        }

        private static SteppedSpec part(String type, int dimension) {
            return (SteppedSpec) ModelTypes.installed().spec(type, Map.of("embeddingDimension", dimension, "layers", 1,
                    "normExponent", 1, "degreeExponent", 0));
        }
    }

    private record BothSpec(SteppedSpec first, SteppedSpec second) implements ClosedSpec {
        @Override
        public int dimension() {
            return first.dimension() + second.dimension();
        }

        /** With random parameters in place of learned ones. */
        @Override
        public TrainedModel solve(TrainingGraph graph, long seed, Workers workers) {
            TrainedModel a = RandomModel.of(first, graph.edges().userItems(), graph.features()).trained();
            TrainedModel b = RandomModel.of(second, graph.edges().userItems(), graph.features()).trained();
            return new TrainedModel(sideBySide(a.users(), b.users()), sideBySide(a.items(), b.items()),
                    NamedArrays.NONE.with("a.", a.state()).with("b.", b.state()));
        }

        private static DenseMatrix sideBySide(DenseMatrix a, DenseMatrix b) {
            DenseMatrix both = DenseMatrix.zeros(a.rows(), a.cols() + b.cols());
            for (int row = 0; row < a.rows(); row++) {
                System.arraycopy(concatenated(a.row(row), b.row(row)), 0, both.data(), both.offset(row), both.cols());
            }
            return both;
        }

        @Override
        public FoldIn foldIn(FittedModel model) {
            return new BothFoldIn(first.foldIn(part(model, "a.", 0, first.dimension())),
                    second.foldIn(part(model, "b.", first.dimension(), dimension())));
        }

        private static FittedModel part(FittedModel model, String prefix, int from, int to) {
            DenseMatrix items = DenseMatrix.zeros(model.items().rows(), to - from);
            for (int row = 0; row < items.rows(); row++) {
                System.arraycopy(model.items().data(), model.items().offset(row) + from, items.data(),
                        items.offset(row), items.cols());
            }
            return new FittedModel(model.rows(), model.itemWeights(), items, model.state().under(prefix));
        }

        @Override
        public long bytes(TrainingSize size) {
            return first.bytes(size) + second.bytes(size);
        }
    }

    private record BothFoldIn(FoldIn first, FoldIn second) implements FoldIn {
        @Override
        public float[] embedding(UserInput user, CsrGraph items, int row) {
            return concatenated(first.embedding(user, items, row), second.embedding(user, items, row));
        }

        @Override
        public Contributions contributions(UserInput user, CsrGraph items, ItemInput item, Cancellation cancellation) {
            int width = first.embedding(user, items, 0).length;
            Contributions a = first.contributions(user, items, part(item, 0, width), cancellation);
            Contributions b = second.contributions(user, items, part(item, width, item.embedding().length),
                    cancellation);
            double[] sums = IntStream.range(0, items.edgeCount()).mapToDouble(e -> a.items()[e] + b.items()[e])
                    .toArray();
            return Contributions.drops(sums, a.own() + b.own(), null);
        }

        private static ItemInput part(ItemInput item, int from, int to) {
            return new ItemInput(item.index(), Arrays.copyOfRange(item.embedding(), from, to));
        }
    }
}
