package org.gnnrec.model.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gnnrec.config.Config;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.Contributions;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.ItemInput;
import org.gnnrec.model.UserInput;
import org.gnnrec.testing.Graphs;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectralSpecTest {
    private static final Workers ALONE = new Workers(new Parallel(1), Cancellation.NEVER);
    private static final SpectralType TYPE = new SpectralType();

    @ParameterizedTest
    @CsvSource({ "0, 0, 1", "0.25, 0.5, 1", "0.5, 0.5, 0", "0.3, 0, 2" })
    void scoresAreThoseOfADenseDecomposition(double b, double c, double p) {
        CsrGraph graph = Graphs.weighted(Graphs.random(40, 30, 0.2, 5), 3);
        TrainedModel model = solve(graph, spec(8, b, c, p));
        double[][] wanted = dense(graph, 8, b, c, p);
        for (int user = 0; user < 40; user++) {
            for (int item = 0; item < 30; item++) {
                assertThat(dot(model.users(), user, model.items(), item)).isCloseTo(wanted[user][item], within(2e-3));
            }
        }
    }

    /** {@code d_u^-1/2 R D_i^-b V s^p V^T D_i^c} by a dense solver, degrees and weights over the mean weight. */
    private static double[][] dense(CsrGraph graph, int dimension, double b, double c, double p) {
        int users = graph.rowCount();
        int items = graph.columnCount();
        double mean = graph.meanWeight();
        double[] degrees = graph.columnWeights();
        RealMatrix normalized = MatrixUtils.createRealMatrix(Graphs.normalized(graph));
        SingularValueDecomposition svd = new SingularValueDecomposition(normalized);
        double[][] scores = new double[users][items];
        for (int user = 0; user < users; user++) {
            for (int n = 0; n < dimension; n++) {
                double sum = 0;
                for (int e = graph.offsets()[user]; e < graph.offsets()[user + 1]; e++) {
                    int item = graph.neighbors()[e];
                    sum += graph.weight(e) / mean * Math.pow(degree(degrees, item, mean), -b)
                            * svd.getV().getEntry(item, n);
                }
                for (int item = 0; item < items; item++) {
                    scores[user][item] += sum / Math.sqrt(graph.rowWeight(user) / mean)
                            * Math.pow(svd.getSingularValues()[n], p) * svd.getV().getEntry(item, n)
                            * Math.pow(degree(degrees, item, mean), c);
                }
            }
        }
        return scores;
    }

    private static double degree(double[] degrees, int item, double mean) {
        return Math.max(1, degrees[item] / mean);
    }

    @Test
    void theUnitOfWeightsMakesNoDifference() {
        CsrGraph graph = Graphs.weighted(Graphs.random(40, 30, 0.2, 5), 3);
        float[] thousand = new float[graph.edgeCount()];
        for (int e = 0; e < thousand.length; e++) {
            thousand[e] = 1000 * graph.weight(e);
        }
        CsrGraph scaled = CsrGraph.of(40, 30, graph.offsets(), graph.neighbors(), thousand);
        TrainedModel model = solve(graph, spec(8, 0.25, 0.5, 1));
        TrainedModel other = solve(scaled, spec(8, 0.25, 0.5, 1));
        assertThat(other.users().data()).containsExactly(model.users().data(), within(1e-3f));
    }

    @Test
    void contributionsAddUpToTheScore() {
        CsrGraph graph = Graphs.random(40, 30, 0.2, 5);
        SpectralSpec spec = spec(8, 0.25, 0.5, 1);
        TrainedModel model = solve(graph, spec);
        FoldIn foldIn = spec.foldIn(new FittedModel(graph, model.items(), model.state()));
        for (int user = 0; user < 40; user++) {
            Contributions contributions = foldIn.contributions(UserInput.known(user), graph.row(user),
                    ItemInput.known(model.items(), 3), Cancellation.NEVER);
            assertThat(contributions.sum()).isCloseTo(dot(model.users(), user, model.items(), 3), within(1e-5));
        }
    }

    @Test
    void dimensionsThatTheGraphDoesNotHaveAreZeros() {
        CsrGraph graph = Graphs.parse(3, 3, "0:0,1; 1:0,1; 2:2");
        TrainedModel model = solve(graph, spec(16, 0.5, 0.5, 0));
        assertThat(model.items().cols()).isEqualTo(16);
        for (int item = 0; item < 3; item++) {
            for (int n = 2; n < 16; n++) {
                assertThat(model.items().data()[model.items().offset(item) + n]).isZero();
            }
        }
        assertThat(dot(model.users(), 0, model.items(), 0)).isPositive();
        assertThat(dot(model.users(), 0, model.items(), 2)).isCloseTo(0, within(1e-6));
    }

    @Test
    void aNarrowModelIsTheBeginningOfAWideOneOfTheSameGraph() {
        TrainingGraph graph = graph(Graphs.random(80, 60, 0.2, 5));
        TrainedModel wide = spec(16, 0, 0, 1).solve(graph, 1, ALONE);
        TrainedModel narrow = spec(4, 0, 0, 1).solve(graph, 1, ALONE);
        for (int item = 0; item < 60; item++) {
            assertThat(narrow.items().row(item)).containsExactly(Arrays.copyOf(wide.items().row(item), 4));
        }
    }

    @Test
    void theTypeOpensTheExponentsAndThenTheWidth() {
        Config open = config(Map.of());
        List<Config> exponents = TYPE.alternatives(open);
        assertThat(exponents).hasSizeGreaterThan(4).allMatch(config -> !config.has(SpectralKeys.DIMENSION));
        assertThat(TYPE.alternatives(exponents.getLast())).extracting(config -> config.get(SpectralKeys.DIMENSION))
                .containsExactly(64, 128, 256, 512);
        assertThat(TYPE.alternatives(TYPE.settled(open))).hasSize(1);
        assertThat(TYPE.alternatives(config(Map.of("inputExponent", 0.1, "embeddingDimension", 32))))
                .allMatch(config -> config.get(SpectralKeys.INPUT_EXPONENT) == 0.1).doesNotHaveDuplicates();
    }

    @Test
    void aStoredModelMustHaveItsSingularValues() {
        CsrGraph graph = Graphs.random(10, 8, 0.3, 1);
        FittedModel model = new FittedModel(graph, DenseMatrix.zeros(8, 4),
                NamedArrays.NONE.with(SpectralFoldIn.SINGULAR_VALUES, DenseMatrix.zeros(1, 3)));
        assertThatThrownBy(() -> spec(4, 0, 0, 1).requireFits(model, FeatureSchemas.NONE))
                .hasMessageContaining("'singularValues' must be 1 x 4");
    }

    private static TrainedModel solve(CsrGraph graph, SpectralSpec spec) {
        return spec.solve(graph(graph), 1, ALONE);
    }

    private static TrainingGraph graph(CsrGraph graph) {
        return new TrainingGraph(graph, Features.none(graph.rowCount(), graph.columnCount()));
    }

    private static SpectralSpec spec(int dimension, double b, double c, double p) {
        return TYPE.spec(config(Map.of("embeddingDimension", dimension, "inputExponent", b, "outputExponent", c,
                "spectrumExponent", p)));
    }

    private static Config config(Map<String, Object> map) {
        return Config.read(map, TYPE.keys());
    }

    private static double dot(DenseMatrix users, int user, DenseMatrix items, int item) {
        double sum = 0;
        for (int n = 0; n < users.cols(); n++) {
            sum += users.data()[users.offset(user) + n] * (double) items.data()[items.offset(item) + n];
        }
        return sum;
    }
}
