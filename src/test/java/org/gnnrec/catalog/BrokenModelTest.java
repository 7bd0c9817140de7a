package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.ListedModel;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One model whose node was changed by hand must not stop the others, and it can be dropped. */
class BrokenModelTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();
    /** What a property may become; null removes it. */
    private static final List<Object> DAMAGES = Arrays.asList(null, 5L, -1L, 0.5, true, "", "{", "null", "[]", "{}",
            "{\"arrays\": [1]}", new String[0], new String[]{ "x" }, new long[]{ 1 });

    private final ModelStore store = new ModelStore(NEO4J.inner());

    @Test
    void whateverOnePropertyIsTheOthersServeAndTheModelCanBeDropped() {
        store("whole", 1);
        for (String key : keys()) {
            for (Object damage : DAMAGES) {
                store("broken", 1);
                damage(key, damage);
                load("whole");
                String name = assertServesOrSaysWhyNot(key, damage);
                store.retire(name);
                store.sweep(name);
                assertThat(list()).extracting(ListedModel::name).as("%s = %s", key, damage).containsExactly("whole");
                NEO4J.run("MATCH (m:_GnnRecModel WHERE m.modelName <> 'whole') DETACH DELETE m");
            }
        }
    }

    /** Returns the name under which the damaged model is listed. */
    private static String assertServesOrSaysWhyNot(String key, Object damage) {
        ListedModel broken = list().stream().filter(model -> !model.name().equals("whole")).findFirst().orElseThrow();
        try {
            load(broken.name());
        } catch (ModelFormatException | IllegalStateException e) {
            assertThat(e).as("%s = %s", key, damage).hasMessageContaining("rain the model again")
                    .hasMessageNotContainingAny("java.", "fasterxml");
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("there is no model '" + broken.name() + "'");
            assertThat(broken.problem()).as("%s = %s", key, damage).isNotNull();
        }
        return broken.name();
    }

    @Test
    void aBrokenModelSaysWhatIsWrongWithIt() {
        store("broken", 1);
        damage("metrics", 5L);
        assertThat(list().getFirst()).isEqualTo(ListedModel.broken("broken", "model 'broken': its property 'metrics' "
                + "must be a text but is of the type Long. Train the model again, or drop it: "
                + "CALL gnnrec.model.drop('broken')"));
        assertThatThrownBy(() -> NEO4J.in(tx -> new ModelCatalog(tx).require("broken")))
                .isInstanceOf(ModelFormatException.class).hasMessage("model 'broken': its property 'metrics' must be a "
                        + "text but is of the type Long. Train the model again");
    }

    @ParameterizedTest
    @ValueSource(strings = { "writeProperty", "userLabels", "itemLabels", "userIdProperty", "itemIdProperty",
            "formatVersion", "metrics" })
    void whatABrokenModelWroteIsKnownByItsConfiguration(String key) {
        store("broken", 1);
        damage("configuration", "{\"userLabel\": \"User\", \"itemLabel\": [\"Item\"], \"userIdProperty\": \"id\","
                + "\"itemIdProperty\": \"id\", \"writeProperty\": \"gnnrec_broken\"}");
        damage(key, null);
        assertThat(written()).containsExactly(ServedModels.written(ServedModels.info("broken", 1)));
    }

    @Test
    void whatABrokenModelWroteIsUnknownWhereItsConfigurationIsBrokenToo() {
        store("broken", 1);
        damage("configuration", "{");
        assertThat(written()).containsExactly(ServedModels.written(ServedModels.info("broken", 1)));
        damage("writeProperty", null);
        assertThat(written()).isEmpty();
    }

    @Test
    void aModelThatCouldNotBeReadAgainIsNotSwitchedTo() {
        ModelInfo info = ServedModels.info("default", 1);
        ServedModel model = ServedModels.random(new ModelInfo(info.name(), 1, info.uid(), "unknown",
                info.interactions(), info.copy(), 12, info.createdAt(), 7, Map.of(), Map.of()), 3, 4, 2, 3);
        Draft draft = store.begin("default");
        List<ArrayEntry> directory = store.write(draft, model);
        assertThatThrownBy(() -> store.makeCurrent(draft, model, directory)).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("model 'default': its property 'configuration' does not fit");
        assertThat(list()).isEmpty();
    }

    @Test
    void nodesThatAreNoPartsStay() {
        store("broken", 1);
        NEO4J.run("MATCH (m:_GnnRecModel)-[:_PART]->(p) CREATE (m)-[:_PART]->(:User {id: 1})-[:LIKES]->(p)");
        store.retire("broken");
        store.sweep("broken");
        assertThat(NEO4J.value("MATCH (n) WITH DISTINCT labels(n) AS labels RETURN collect(labels)"))
                .isEqualTo(List.of(List.of("User")));
    }

    private static Set<String> keys() {
        @SuppressWarnings("unchecked")
        List<String> keys = (List<String>) NEO4J.value("MATCH (m:_GnnRecModel) RETURN keys(m)");
        return new TreeSet<>(keys);
    }

    private static void damage(String key, Object value) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("key", key);
        parameters.put("value", value);
        NEO4J.run("MATCH (m:_GnnRecModel {modelName: 'broken'}) SET m[$key] = $value", parameters);
    }

    private static List<ListedModel> list() {
        return NEO4J.in(tx -> new ModelList(tx).all());
    }

    private static List<WrittenModel> written() {
        return NEO4J.in(tx -> new WrittenModels(tx).all());
    }

    private static ServedModel load(String name) {
        return NEO4J.in(tx -> new ModelCatalog(tx).load(new ModelCatalog(tx).require(name)));
    }

    private void store(String name, long version) {
        ServedModel model = ServedModels.random(ServedModels.info(name, version), 3, 4, 2, 3);
        Draft draft = store.begin(name);
        store.makeCurrent(draft, model, store.write(draft, model));
    }
}
