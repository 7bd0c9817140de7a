package org.gnnrec.models;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArray;
import org.gnnrec.linalg.NamedArray;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.ModelSpec;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.RandomModel;
import org.gnnrec.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every array of every type of model, in other shapes than its own. */
class StoredShapesTest {
    private static final int USERS = 6;
    private static final int ITEMS = 5;
    private static final int D = 4;
    private static final FeatureSchema TWO_COLUMNS = Rows.learn(List.of("live"),
            Rows.nodes("live", true, false, null));

    private final CsrGraph rows = Graphs.random(USERS, ITEMS, 0.5, 3);

    static List<Map<String, Object>> configurations() {
        return List.of(Map.of("modelType", "lightgcn", "layers", 2), Map.of("modelType", "graphsage", "layers", 2),
                Map.of("modelType", "graphsage", "layers", 1, "aggregator", "lstm"),
                Map.of("modelType", "graphsage", "layers", 0), Map.of("modelType", "graphsage", "aggregator", "pool"),
                Map.of("modelType", "graphsage", "aggregator", "gcn"),
                Map.of("modelType", "gat", "layers", 2, "attentionHeads", 2),
                Map.of("modelType", "gat", "attention", "v1"), Map.of("modelType", "pinsage", "layers", 2),
                Map.of("modelType", "spectral", "inputExponent", 0.25, "outputExponent", 0.5, "spectrumExponent", 1.0),
                Map.of("modelType", "sparse", "method", "slim", "userExponent", 0.25, "inputExponent", 0.5,
                        "outputExponent", -0.5, "regularization", 10.0));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void whatATrainingGaveFits(Map<String, Object> keys) {
        FittedModel model = model(keys);
        assertThatCode(() -> spec(keys, Map.of()).requireFits(model, features(keys))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aMissingArrayIsRefused(Map<String, Object> keys) {
        FittedModel model = model(keys);
        for (String name : model.state().asMap().keySet()) {
            if (!name.startsWith("learned.")) {
                NamedArrays others = NamedArrays.NONE;
                for (Map.Entry<String, NamedArray> array : model.state().asMap().entrySet()) {
                    others = array.getKey().equals(name) ? others : others.with(array.getKey(), array.getValue());
                }
                FittedModel changed = new FittedModel(rows, model.items(), others);
                assertThatThrownBy(() -> spec(keys, Map.of()).requireFits(changed, features(keys)))
                        .isInstanceOf(NoSuchElementException.class).hasMessageContaining("'" + name + "'");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void anotherShapeIsRefusedByNameWithBoth(Map<String, Object> keys) {
        FittedModel model = model(keys);
        for (String name : matrices(model)) {
            DenseMatrix right = model.state().matrix(name);
            int[][] shapes = { { right.rows() + 1, right.cols() }, { right.rows() - 1, right.cols() },
                    { right.rows(), right.cols() + 1 }, { right.rows(), 0 }, { 0, 0 }, { 1_000_000_000, 0 } };
            for (int[] shape : shapes) {
                NamedArrays state = model.state().with(name,
                        new DenseMatrix(shape[0], shape[1], new float[shape[0] * shape[1]]));
                FittedModel changed = new FittedModel(rows, model.items(), state);
                assertThatThrownBy(() -> spec(keys, Map.of()).requireFits(changed, features(keys)))
                        .isExactlyInstanceOf(IllegalArgumentException.class)
                        .hasMessage("array '" + name + "' must be " + right.rows() + " x " + right.cols() + " but is "
                                + shape[0] + " x " + shape[1]);
            }
        }
    }

    private static List<String> matrices(FittedModel model) {
        return model.state().asMap().entrySet().stream().filter(entry -> entry.getValue() instanceof NamedArray.Floats)
                .map(Map.Entry::getKey).toList();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void itemsOfAnotherWidthAreRefused(Map<String, Object> keys) {
        FittedModel model = model(keys);
        FittedModel narrow = new FittedModel(rows, DenseMatrix.zeros(ITEMS, D - 1), model.state());
        assertThatThrownBy(() -> spec(keys, Map.of()).requireFits(narrow, features(keys)))
                .isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void anotherConfigurationIsRefused(Map<String, Object> keys) {
        FittedModel model = model(keys);
        for (Map<String, Object> other : others(keys)) {
            assertThatThrownBy(() -> spec(keys, other).requireFits(model, features(keys)))
                    .isInstanceOfAny(IllegalArgumentException.class, NoSuchElementException.class);
        }
        Map<String, Object> open = new HashMap<>();
        open.put(Map.of("lightgcn", "layers", "spectral", "inputExponent", "sparse", "inputExponent").getOrDefault(
                keys.get("modelType"),
                "degreeExponent"), null);
        assertThatThrownBy(() -> spec(keys, open).requireFits(model, features(keys)))
                .isExactlyInstanceOf(IllegalArgumentException.class).hasMessageContaining("but is left open");
    }

    private static List<Map<String, Object>> others(Map<String, Object> keys) {
        Map<String, Object> wider = Map.of("embeddingDimension", 1024);
        return switch ((String) keys.get("modelType")) {
            case "lightgcn", "sparse" -> List.of();
            case "spectral" -> List.of(wider);
            default -> List.of(wider, Map.of("layers", 4));
        };
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void otherFeaturesAreRefused(Map<String, Object> keys) {
        if (!Set.of("lightgcn", "spectral", "sparse").contains(keys.get("modelType"))) {
            FittedModel model = model(keys);
            assertThatThrownBy(() -> spec(keys, Map.of()).requireFits(model, FeatureSchemas.NONE))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the weights of the model must be ")
                    .hasMessageContaining("features.items");
        }
    }

    private static ModelSpec spec(Map<String, Object> keys, Map<String, Object> other) {
        Map<String, Object> configuration = new HashMap<>(keys);
        configuration.putAll(Map.of("embeddingDimension", D, "normExponent", 1.0, "degreeExponent", 0.0));
        configuration.putAll(other);
        return ModelTypes.installed().spec((String) keys.get("modelType"), configuration);
    }

    private FittedModel model(Map<String, Object> keys) {
        Map<String, Object> configuration = new HashMap<>(keys);
        configuration.put("embeddingDimension", D);
        FeatureSchemas schemas = features(keys);
        return RandomModel.of(configuration, rows, new Features(matrix(schemas.users(), USERS),
                matrix(schemas.items(), ITEMS))).fitted();
    }

    private static FeatureMatrix matrix(FeatureSchema schema, int nodes) {
        return schema.columnCount() == 0
                ? FeatureMatrix.none(nodes)
                : Rows.cyclic(2, new float[]{ 1, 2, 3, 4, 5, 6 })
                        .rows(nodes == USERS ? new int[]{ 0, 1, 2, 3, 4, 5 } : new int[]{ 0, 1, 2, 3, 4 });
    }

    private static FeatureSchemas features(Map<String, Object> keys) {
        return switch ((String) keys.get("modelType")) {
            case "lightgcn" -> FeatureSchemas.NONE;
            case "pinsage" -> new FeatureSchemas(FeatureSchemas.NONE.users(), TWO_COLUMNS);
            default -> new FeatureSchemas(TWO_COLUMNS, TWO_COLUMNS);
        };
    }
}
