package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.catalog.WrittenModels;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.source.NodeExpression;
import org.gnnrec.source.NodeValues;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeatureSettingsTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private static final String GENRES = "[(item)-[:IN_GENRE]->(g) | g.name]";

    @Test
    void aListIsTakenOnWhicheverSideHasIt() {
        FeatureNames properties = of(List.of("year", "genres", "year"));
        assertThat(properties).isEqualTo(names(List.of("year", "genres"), List.of(), List.of()));
        assertThat(properties.ofUsers().names()).containsExactly("year", "genres");
        assertThat(properties.ofItems().names()).containsExactly("year", "genres");
        assertThat(of("year").ofItems().names()).containsExactly("year");
    }

    @Test
    void aMapNamesTheSides() {
        FeatureNames properties = of(Map.of("users", List.of("age", "age"), "items", "year"));
        assertThat(properties).isEqualTo(names(List.of(), List.of("age"), List.of("year")));
        assertThat(of(Map.of("items", List.of("year"))).ofUsers().isEmpty()).isTrue();
        assertThat(of(Collections.singletonMap("items", null))).isEqualTo(FeatureNames.NONE);
    }

    @Test
    void anExpressionBelongsToTheSideOfItsVariable() {
        FeatureNames names = of(Map.of("genres", GENRES, "age", "user.age", "decade", "item.year / 10"));
        assertThat(names.anywhere()).isEmpty();
        assertThat(names.users()).isEqualTo(values("age", "user.age"));
        assertThat(names.items()).isEqualTo(values("decade", "item.year / 10", "genres", GENRES));
        assertThat(of(List.of("year", Map.of("genres", GENRES))).ofItems().names()).containsExactly("year", "genres");
        assertThat(of(List.of("year", Map.of("genres", GENRES))).ofUsers()).isEqualTo(
                NodeValues.ofProperties(List.of("year")));
    }

    @Test
    void aSideMixesPropertiesAndExpressions() {
        FeatureNames names = of(Map.of("users", Map.of("age", "user.age"), "items",
                List.of("year", Map.of("genres", GENRES, "decade", "item.year / 10"), "price", "year")));
        assertThat(names.users()).isEqualTo(values("age", "user.age"));
        assertThat(names.items().names()).containsExactly("year", "decade", "genres", "price");
        assertThat(names.items().expressions().keySet()).containsExactly("decade", "genres");
    }

    @Test
    void namesOfSidesAreSides() {
        assertThat(of(Map.of("items", Map.of("users", "item.users"))).items()).isEqualTo(values("users", "item.users"));
        assertRefused(() -> of(Map.of("items", "year", "genres", GENRES)),
                "unknown side 'genres'. The sides are users");
    }

    @Test
    void anExpressionOverTheOtherSideOrNoneIsRefused() {
        assertRefused(() -> of(Map.of("items", Map.of("age", "user.age"))),
                "featureProperties.items.age must be an expression over item but is over user: 'user.age'");
        assertRefused(() -> of(Map.of("age", "age")), "featureProperties.age must be a Cypher expression over user or "
                + "over item, as in 'user.age' or '[(item)-[:IN_GENRE]->(g) | g.name]', but 'age' uses neither");
        assertRefused(() -> of(Map.of("age", 5L)),
                "featureProperties.age must be the text of a Cypher expression but was 5");
        assertRefused(() -> of(Map.of("users", Map.of("age", "user.age) RETURN (1"))),
                "featureProperties.users.age must be one piece of Cypher");
    }

    @Test
    void aNameThatStandsForTwoValuesIsRefused() {
        String message = " names two values 'year'. Give one of them another name";
        assertRefused(() -> of(List.of("year", Map.of("year", "item.year"))), "featureProperties" + message);
        assertRefused(() -> of(List.of(Map.of("year", "item.year"), Map.of("year", "item.year + 1"))), message);
        assertRefused(() -> of(Map.of("items", List.of("year", Map.of("year", "item.year")))),
                "featureProperties.items" + message);
        assertThat(of(List.of(Map.of("year", "item.year"), Map.of("year", "user.year"))).isEmpty()).isFalse();
    }

    @Test
    void anExpressionOfWhatGnnrecWroteIsRefused() {
        assertRefused(() -> of(Map.of("old", "item.gnnrec_default[0]")),
                "featureProperties: 'gnnrec_default' is what this training writes");
        assertRefused(() -> of(Map.of("old", "[(user)--(i) | i.`gnnrec_default_index`[0]]")),
                "featureProperties: 'gnnrec_default_index' is what this training writes");
        assertThat(of(Map.of("gnnrec_default", "item.year", "id", "item.id")).isEmpty()).isFalse();
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
                Map.of("users", List.of("age"), "items", List.of("year", "genres")),
                Map.of("age", "user.age", "genres", GENRES),
                List.of("year", Map.of("a", "user.a"), Map.of("a", GENRES)),
                Map.of("items", List.of("year", Map.of("users", GENRES), "price")))) {
            Object shown = FeatureNamesKind.KIND.show().apply(of(value));
            assertThat(of(shown)).isEqualTo(of(value));
        }
        assertThat(FeatureNamesKind.KIND.show().apply(FeatureNames.NONE)).isEqualTo(List.of());
    }

    @Test
    void aWrongValueIsRefusedWithWhatIsRight() {
        assertRefused(() -> of(5L),
                "featureProperties must be a property, a map of names to Cypher expressions over user "
                        + "or item, a list of such, or a map {users: ..., items: ...} of these, but was 5");
        assertRefused(() -> of(List.of("a", 5L)), "featureProperties must be a property, a map");
        assertRefused(() -> of(" "), "featureProperties must be");
        assertRefused(() -> of(Arrays.asList("a", null)), "featureProperties must be");
        assertRefused(() -> of(Map.of("items", 5L)),
                "featureProperties.items must be a property, a map of names to Cypher expressions over item, or a list "
                        + "of such, but was 5");
        assertRefused(() -> of(Map.of("item", "year")),
                "featureProperties: unknown side 'item' (did you mean 'items'?). "
                        + "The sides are users and items; name the values of either or both");
    }

    @Test
    void idsAreRefusedOnTheirSide() {
        String message = "featureProperties: 'id' is the userIdProperty, which every node has a value of its own for: "
                + "nothing can be learned from it. Leave it out";
        assertRefused(() -> of(List.of("year", "id")), message);
        assertRefused(() -> of("isan", Map.of("itemIdProperty", "isan")), "'isan' is the itemIdProperty");
        assertRefused(() -> of(Map.of("items", "isan"), Map.of("itemIdProperty", "isan")), "the itemIdProperty");
        assertThat(of(Map.of("users", "isan"), Map.of("itemIdProperty", "isan")).users().names())
                .containsExactly("isan");
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
        assertRefused(() -> requireForeign(values("x", "item." + property + "[0]")), "featureProperties: '" + property
                + "' holds the embeddings of model 'songs'");
        assertThatCode(() -> requireForeign(values("x", "item.year"))).doesNotThrowAnyException();
    }

    private static void requireForeign(String property) {
        requireForeign(NodeValues.ofProperties(List.of("year", property)));
    }

    private static void requireForeign(NodeValues items) {
        NEO4J.in(tx -> {
            FeatureSettings.requireForeign(new FeatureNames(List.of(), NodeValues.NONE, items), new WrittenModels(tx));
            return null;
        });
    }

    private static NodeValues values(String... namesAndTexts) {
        Map<String, NodeExpression> expressions = new LinkedHashMap<>();
        for (int n = 0; n < namesAndTexts.length; n += 2) {
            expressions.put(namesAndTexts[n], NodeExpression.of(namesAndTexts[n], namesAndTexts[n + 1]));
        }
        return new NodeValues(List.copyOf(expressions.keySet()), expressions);
    }

    private static FeatureNames names(List<String> anywhere, List<String> users, List<String> items) {
        return new FeatureNames(anywhere, NodeValues.ofProperties(users), NodeValues.ofProperties(items));
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
