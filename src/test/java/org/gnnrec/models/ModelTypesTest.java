package org.gnnrec.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.ItemScale;
import org.gnnrec.model.ModelSpec;
import org.gnnrec.model.ModelType;
import org.gnnrec.model.lightgcn.LightGcnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTypesTest {
    private static final ModelTypes TYPES = ModelTypes.installed();

    @Test
    void theTypesComeInTheirOrderAndTheFirstIsTheDefault() {
        assertThat(TYPES.all()).extracting(ModelType::name).startsWith("lightgcn", "graphsage", "gat", "pinsage",
                "spectral", "sparse", "blend");
        assertThat(TYPES.key().name()).isEqualTo("modelType");
        assertThat(TYPES.key().usual().name()).isEqualTo("lightgcn");
        assertThat(TYPES.key().usualInWords()).isEqualTo("`'lightgcn'`");
    }

    @ParameterizedTest
    @ValueSource(strings = { "pinsage", "PINSAGE", "PinSage" })
    void aTypeIsNamedInAnyCase(String name) {
        assertThat(TYPES.key().read(name).name()).isEqualTo("pinsage");
    }

    @Test
    void anotherNameIsRefusedWithAllThereAre() {
        for (Object wrong : Arrays.asList("gcn", "", 1L, List.of("gat"), null)) {
            assertThatThrownBy(() -> TYPES.key().read(wrong)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("modelType must be " + TYPES.key().values() + " but was ");
        }
    }

    @Test
    void theKeysOfAllTypesAreThereOnce() {
        assertThat(TYPES.keys()).extracting(Key::name).doesNotHaveDuplicates().contains("embeddingDimension",
                "layers", "rowNormalization", "aggregator", "attentionHeads", "importanceNeighbors", "useIds");
        for (ModelType type : TYPES.all()) {
            assertThat(type.keys()).extracting(Key::name).doesNotHaveDuplicates();
            assertThat(TYPES.keys()).containsAll(type.keys());
        }
    }

    @Test
    void aKeyOfAnotherTypeIsRefusedWithItsOwners() {
        ModelType lightGcn = new LightGcnType();
        assertThatThrownBy(() -> TYPES.requireOwn(Map.of("aggregator", "mean"), lightGcn, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("aggregator has no meaning with modelType 'lightgcn': it belongs to 'graphsage'. "
                        + "Name that as modelType, or leave it out");
        assertThatThrownBy(() -> TYPES.requireOwn(Map.of("sampleSizes", List.of()), lightGcn, List.of()))
                .hasMessageContaining("it belongs to 'graphsage', 'gat' or 'pinsage'.");
        assertThatThrownBy(() -> TYPES.requireOwn(Map.of("rowNormalization", true), TYPES.key().read("gat"), List.of()))
                .hasMessageContaining("with modelType 'gat': it belongs to 'lightgcn'.");
    }

    @Test
    void keysThatAreNotGivenOrOfNoTypeAreLeftAlone() {
        Map<String, Object> given = new HashMap<>(Map.of("layers", 2L, "modelName", "songs", "batchSize", 7L));
        given.put("aggregator", null);
        assertThatCode(() -> TYPES.requireOwn(given, new LightGcnType(), List.of())).doesNotThrowAnyException();
    }

    @Test
    void aStoredConfigurationGivesItsModel() {
        ModelSpec spec = TYPES.spec("graphsage", Map.of("modelType", "graphsage", "modelName", "songs",
                "embeddingDimension", 24L, "layers", 1L, "sampleSizes", List.of(25L), "aggregator", "pool",
                "normExponent", 0.5, "degreeExponent", 0.25, "featureProperties", Map.of("item", List.of("year"))));
        assertThat(spec.dimension()).isEqualTo(24);
        assertThat(spec.scale()).isEqualTo(new ItemScale(0.5, 0.25));
    }

    @Test
    void aStoredConfigurationThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> TYPES.spec("gat", Map.of("embeddingDimension", 10L, "attentionHeads", 3L)))
                .hasMessageContaining("attentionHeads must divide embeddingDimension");
        assertThatThrownBy(() -> TYPES.spec("lightgcn", Map.of("layers", 9L)))
                .hasMessage("layers must be a whole number in [0, 8] but was 9");
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatATypeSettlesIsReadBackFromItsMap(ModelType type) {
        Config settled = type.settled(type.complete(Config.read(Map.of(), type.keys())));
        assertThat(TYPES.spec(type.name(), settled.toMap())).isEqualTo(type.spec(settled));
        assertThat(Config.read(settled.toMap(), type.keys()).toMap()).isEqualTo(settled.toMap());
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeHasTheKeysThatItRefersTo(ModelType type) {
        assertThat(type.keys()).containsAll(type.shapeKeys()).containsAll(type.sizeKeys())
                .containsAll(type.chosenKeys());
    }

    static List<ModelType> types() {
        return TYPES.all();
    }

    @Test
    void aPluginThatDoesNotLoadIsLeftOutAndNamed() {
        ModelType ours = TYPES.all().getFirst();
        ModelTypes types = ModelTypes.of(List.of(ours), Stream.of(() -> {
            throw new ServiceConfigurationError("no such class");
        }, () -> ours));
        assertThat(types.all()).containsExactly(ours);
        assertThatThrownBy(() -> types.key().read("mf")).hasMessageContaining("no such class")
                .hasMessageContaining("there is a modelType 'lightgcn'").hasMessageEndingWith("but was 'mf'");
    }

    @Test
    void aStoredModelOfATypeThatIsGoneNamesTheWayOut() {
        assertThatThrownBy(() -> TYPES.spec("mf", Map.of())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the model is of modelType 'mf'")
                .hasMessageContaining("or train the model again");
    }
}
