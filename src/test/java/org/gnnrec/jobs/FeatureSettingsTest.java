package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.catalog.WrittenModels;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeatureSettingsTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    @Test
    void aListIsTakenOnWhicheverSideHasIt() {
        FeatureNames properties = of(List.of("year", "genres", "year"));
        assertThat(properties).isEqualTo(new FeatureNames(List.of("year", "genres"), List.of(), List.of()));
        assertThat(properties.ofUsers()).containsExactly("year", "genres");
        assertThat(properties.ofItems()).containsExactly("year", "genres");
        assertThat(of("year").ofItems()).containsExactly("year");
    }

    @Test
    void aMapNamesTheSides() {
        FeatureNames properties = of(Map.of("users", List.of("age", "age"), "items", "year"));
        assertThat(properties).isEqualTo(new FeatureNames(List.of(), List.of("age"), List.of("year")));
        assertThat(of(Map.of("items", List.of("year"))).ofUsers()).isEmpty();
        assertThat(of(Collections.singletonMap("items", null))).isEqualTo(FeatureNames.NONE);
    }

    @Test
    void byDefaultThereAreNone() {
        assertThat(TrainSettings.of(Map.of()).features()).isEqualTo(FeatureNames.NONE);
        assertThat(of(List.of()).isEmpty()).isTrue();
        assertThat(of(Map.of()).isEmpty()).isTrue();
    }

    @Test
    void whatItShowsCanBeGivenBack() {
        for (Object value : List.of(List.of(), "year", List.of("a", "b"), Map.of("users", "age"),
                Map.of("users", List.of("age"), "items", List.of("year", "genres")))) {
            Object shown = FeatureNamesKind.KIND.show().apply(of(value));
            assertThat(of(shown)).isEqualTo(of(value));
        }
        assertThat(FeatureNamesKind.KIND.show().apply(FeatureNames.NONE)).isEqualTo(List.of());
    }

    @Test
    void aWrongValueIsRefusedWithWhatIsRight() {
        assertRefused(() -> of(5L), "featureProperties must be a list of properties, or a map {users: [...], items: "
                + "[...]} of such lists, but was 5");
        assertRefused(() -> of(List.of("a", 5L)), "featureProperties must be a text or a list of texts that are not "
                + "blank but was ['a', 5]");
        assertRefused(() -> of(" "), "featureProperties must be");
        assertRefused(() -> of(Arrays.asList("a", null)), "featureProperties must be");
        assertRefused(() -> of(Map.of("items", 5L)),
                "featureProperties.items must be a text or a list of texts that are not blank but was 5");
        assertRefused(() -> of(Map.of("item", "year")),
                "featureProperties: unknown side 'item' (did you mean 'items'?). "
                        + "The sides are users and items; name the properties of either or both");
    }

    @Test
    void idsAreRefusedOnTheirSide() {
        String message = "featureProperties: 'id' is the userIdProperty, which every node has a value of its own for: "
                + "nothing can be learned from it. Leave it out";
        assertRefused(() -> of(List.of("year", "id")), message);
        assertRefused(() -> of("isan", Map.of("itemIdProperty", "isan")), "'isan' is the itemIdProperty");
        assertRefused(() -> of(Map.of("items", "isan"), Map.of("itemIdProperty", "isan")), "the itemIdProperty");
        assertThat(of(Map.of("users", "isan"), Map.of("itemIdProperty", "isan")).users()).containsExactly("isan");
        assertThat(of("id", Map.of("userIdProperty", "email", "itemIdProperty", "isan")).anywhere())
                .containsExactly("id");
    }

    @Test
    void whatTheTrainingWritesIsRefused() {
        String message = "is what this training writes. Leave it out, or name another writeProperty";
        assertRefused(() -> of("gnnrec_default"), "featureProperties: 'gnnrec_default' " + message);
        assertRefused(() -> of("gnnrec_songs_index", Map.of("modelName", "songs")), message);
        assertRefused(() -> of(Map.of("users", "e"), Map.of("writeProperty", "e")), "'e' " + message);
        assertThat(of("gnnrec_default", Map.of("modelName", "songs")).isEmpty()).isFalse();
    }

    @Test
    void whatOtherModelsWroteIsRefused() {
        ModelStore store = new ModelStore(NEO4J.inner());
        Draft draft = store.begin("songs");
        ServedModel model = ServedModels.random(ServedModels.info("songs", draft.version()), 3, 4, 2, 3);
        store.makeCurrent(draft, model, store.write(draft, model));
        store.setCommunityProperties("songs", List.of("taste"));
        String property = model.info().copy().property();
        assertRefused(() -> requireForeign(property), "featureProperties: '" + property
                + "' holds the embeddings of model 'songs', which gnnrec wrote. Leave it out");
        assertRefused(() -> requireForeign(property + "_index"), "' holds the index vectors of model 'songs'");
        assertRefused(() -> requireForeign("taste"), "'taste' holds the communities of model 'songs'");
        assertThatCode(() -> requireForeign("year")).doesNotThrowAnyException();
    }

    private static void requireForeign(String property) {
        NEO4J.in(tx -> {
            FeatureSettings.requireForeign(new FeatureNames(List.of(), List.of(), List.of("year", property)),
                    new WrittenModels(tx));
            return null;
        });
    }

    private static FeatureNames of(Object value) {
        return of(value, Map.of());
    }

    private static FeatureNames of(Object value, Map<String, Object> others) {
        Map<String, Object> values = new HashMap<>(others);
        values.put("featureProperties", value);
        values.put("modelType", "graphsage");
        return TrainSettings.of(values).features();
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
