package org.gnnrec.model.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gnnrec.config.Config;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.SparseSums;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.ClosedSpec;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.UserInput;
import org.gnnrec.model.sparse.SparseType;
import org.gnnrec.model.spectral.SpectralType;
import org.gnnrec.testing.Graphs;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlendSpecTest {
    private static final int USERS = 40;
    private static final int ITEMS = 30;
    private static final BlendType TYPE = new BlendType(List.of(BlendPart.of(new SpectralType()),
            new BlendPart("slim", new SparseType(), Map.of("method", "slim")),
            new BlendPart("twoHop", new SparseType(), Map.of("method", "twoHop"))));
    private static final Map<String, Object> SPECTRAL = Map.of("embeddingDimension", 8, "inputExponent", 0.25,
            "outputExponent", 0.25, "spectrumExponent", 1);
    private static final Map<String, Object> SPARSE = Map.of("userExponent", 0.25, "inputExponent", 0.5,
            "outputExponent", -0.25, "regularization", 2);
    private final CsrGraph graph = Graphs.weighted(Graphs.random(USERS, ITEMS, 0.2, 5), 3);

    @ParameterizedTest
    @CsvSource({ "1, 0, 0", "2, 1, 1", "1, 0, 3", "0, 1, 1" })
    void scoresAreTheSumOfThePartsEachOverItsDeviation(double spectral, double slim, double twoHop) {
        BlendSpec blend = spec(spectral, slim, twoHop);
        double[][] scores = scores(blend);
        double sum = spectral + slim + twoHop;
        double[][] ofSpectral = scores(new SpectralType().spec(Config.read(SPECTRAL, new SpectralType().keys())));
        double[][] ofSlim = scores(sparse("slim"));
        double[][] ofTwoHop = scores(sparse("twoHop"));
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                double wanted = (spectral * scaled(ofSpectral[user], item) + slim * scaled(ofSlim[user], item)
                        + twoHop * scaled(ofTwoHop[user], item)) / sum;
                assertThat(scores[user][item]).isCloseTo(wanted, within(2e-3));
            }
        }
    }

    private static double scaled(double[] scores, int item) {
        double deviation = new StandardDeviation(false).evaluate(scores);
        return deviation == 0 ? 0 : scores[item] / deviation;
    }

    private static ClosedSpec sparse(String method) {
        Map<String, Object> keys = new HashMap<>(SPARSE);
        keys.put("method", method);
        return new SparseType().spec(Config.read(keys, new SparseType().keys()));
    }

    @ParameterizedTest
    @CsvSource({ "1, 0, 0", "2, 1, 1", "0, 1, 1" })
    void contributionsAddUpToTheScore(double spectral, double slim, double twoHop) {
        BlendSpec blend = spec(spectral, slim, twoHop);
        double[][] scores = scores(blend);
        TrainedModel model = solve(blend);
        FoldIn foldIn = blend.foldIn(new FittedModel(graph, model.items(), model.state()));
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                Contributions all = foldIn.contributions(UserInput.known(user), graph.row(user),
                        ItemInput.known(model.items(), item), Cancellation.NEVER);
                assertThat(all.sum()).isCloseTo(scores[user][item], within(1e-5));
                assertThat(all.own()).isNull();
            }
        }
    }

    @Test
    void aPartThatIsLeftOutStoresNothing() {
        TrainedModel model = solve(spec(1, 1, 0));
        assertThat(prefixes(model)).containsExactlyInAnyOrder("spectral", "slim");
        assertThat(model.items().cols()).isEqualTo(8);
        TrainedModel sparse = solve(spec(0, 1, 1));
        assertThat(prefixes(sparse)).containsExactly("slim");
        assertThat(sparse.items().cols()).isZero();
        assertThat(spec(0, 1, 1).dimension()).isZero();
    }

    private static Set<String> prefixes(TrainedModel model) {
        return model.state().asMap().keySet().stream().map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toSet());
    }

    @Test
    void aUserWithoutItemsHasNoScores() {
        CsrGraph lone = Graphs.parse(3, 4, "0:0,1; 1:0,1,2");
        TrainedModel model = spec(1, 1, 1).solve(graph(lone), 1, alone());
        assertThat(model.users().row(2)).containsOnly(0);
        assertThat(Arrays.equals(model.users().row(0), new float[8])).isFalse();
    }

    @Test
    void whatIsChosenComesBackAsItWent() {
        Config config = config(1, 2, 1);
        assertThat(Config.read(config.toMap(), TYPE.keys())).isEqualTo(config);
        assertThat(TYPE.alternatives(Config.read(config.toMap(), TYPE.keys()))).containsExactly(config);
    }

    /** Any choice of a round ends in a configuration with nothing open. */
    @ParameterizedTest
    @CsvSource({ "true", "false" })
    void roundsEnd(boolean takeFirst) {
        Config config = Config.read(Map.of("slim", Map.of("neighbors", 50)), TYPE.keys());
        List<Config> next = TYPE.alternatives(config);
        for (int round = 0; !next.equals(List.of(config)); round++) {
            assertThat(round).isLessThan(60);
            config = takeFirst ? next.getFirst() : next.getLast();
            assertThat(TYPE.spec(config).parts()).isNotEmpty();
            next = TYPE.alternatives(config);
        }
        assertThat(TYPE.spec(config).parts().getFirst().name()).isEqualTo("spectral");
        TYPE.spec(config).parts().forEach(part -> assertThat(part.weight()).isPositive());
        assertThat(((Map<?, ?>) config.toMap().get("slim")).get("neighbors")).isEqualTo(50L);
        assertThat(TYPE.alternatives(TYPE.settled(Config.read(Map.of(), TYPE.keys())))).hasSize(1);
    }

    @Test
    void keysOfAPartAreCheckedUnderItsName() {
        assertThatThrownBy(() -> Config.read(Map.of("slim", Map.of("neighbours", 5)), TYPE.keys()))
                .hasMessageStartingWith("slim: unknown configuration key 'neighbours' (did you mean 'neighbors'?)");
        assertThatThrownBy(() -> Config.read(Map.of("slim", Map.of("method", "twoHop")), TYPE.keys()))
                .hasMessageStartingWith("slim: unknown configuration key 'method'");
        assertThatThrownBy(() -> Config.read(Map.of("spectral", Map.of("inputExponent", 2)), TYPE.keys()))
                .hasMessage("spectral: inputExponent must be a number in [0, 1] but was 2");
        assertThatThrownBy(() -> Config.read(Map.of("spectral", 3), TYPE.keys()))
                .hasMessage("spectral must be a map of keys of modelType 'spectral' but was 3");
    }

    @Test
    void aStoredModelMustHaveItsParts() {
        BlendSpec spec = spec(1, 1, 0);
        TrainedModel model = solve(spec);
        spec.requireFits(new FittedModel(graph, model.items(), model.state()), FeatureSchemas.NONE);
        for (String name : model.state().asMap().keySet()) {
            NamedArrays others = NamedArrays.NONE;
            for (var array : model.state().asMap().entrySet()) {
                others = array.getKey().equals(name) ? others : others.with(array.getKey(), array.getValue());
            }
            FittedModel changed = new FittedModel(graph, model.items(), others);
            assertThatThrownBy(() -> spec.requireFits(changed, FeatureSchemas.NONE))
                    .hasMessageContaining("'" + name.substring(name.indexOf('.') + 1) + "'");
        }
        assertThatThrownBy(() -> spec.requireFits(new FittedModel(graph, DenseMatrix.zeros(ITEMS, 7), model.state()),
                FeatureSchemas.NONE)).hasMessage("the embeddings of items must have 8 floats but have 7");
    }

    private double[][] scores(ClosedSpec spec) {
        TrainedModel model = solve(spec);
        FoldIn foldIn = spec.foldIn(new FittedModel(graph, model.items(), model.state()));
        double[][] scores = new double[USERS][ITEMS];
        SparseSums sums = new SparseSums(ITEMS);
        for (int user = 0; user < USERS; user++) {
            foldIn.addScores(UserInput.known(user), graph, user, sums);
            float[] embedding = foldIn.embedding(UserInput.known(user), graph, user);
            assertThat(model.users().row(user)).containsExactly(embedding);
            for (int item = 0; item < ITEMS; item++) {
                scores[user][item] = sums.sum(item) + dot(embedding, model.items().row(item));
            }
            sums.clear();
        }
        return scores;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int n = 0; n < a.length; n++) {
            sum += a[n] * (double) b[n];
        }
        return sum;
    }

    private TrainedModel solve(ClosedSpec spec) {
        return spec.solve(graph(graph), 1, alone());
    }

    private static Workers alone() {
        return new Workers(new Parallel(1), Cancellation.NEVER);
    }

    private static TrainingGraph graph(CsrGraph graph) {
        return new TrainingGraph(graph, Features.none(graph.rowCount(), graph.columnCount()));
    }

    private static BlendSpec spec(double spectral, double slim, double twoHop) {
        return TYPE.spec(config(spectral, slim, twoHop));
    }

    private static Config config(double spectral, double slim, double twoHop) {
        return Config.read(Map.of("spectral", SPECTRAL, "slim", SPARSE, "twoHop", SPARSE, "partWeights",
                Map.of("spectral", spectral, "slim", slim, "twoHop", twoHop)), TYPE.keys());
    }
}
