package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CopiesTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    /** Nothing here shows progress. */
    private final Copies copies = new Copies(NEO4J.inner(), null);

    @Test
    void aPropertyOfAnotherModelIsRefused() {
        store(ServedModels.info("songs", 1, "e", "User", "Item"));
        assertRefused(Map.of("writeProperty", "e"), "writeProperty 'e' belongs to model 'songs'");
        assertRefused(Map.of("writeProperty", "e_index"), "belongs to model 'songs'");
    }

    @Test
    void aPropertyOfAnInterruptedDropIsRefusedUntilTheNextDrop() {
        store(ServedModels.info("songs", 1, "e", "User", "Item"));
        new ModelStore(NEO4J.inner()).retire("songs");
        assertRefused(Map.of("writeProperty", "e"), "name another, or drop that model "
                + "(CALL gnnrec.model.drop('songs')), also where gnnrec.model.list does not show it");
        copies.drop("songs");
        copies.claim(TrainSettings.of(Map.of("writeProperty", "e")));
    }

    @Test
    void aPropertyOfAnotherOriginIsRefused() {
        NEO4J.run("CREATE (:Item {gnnrec_default_index: 1})");
        assertRefused(Map.of(), "1 nodes labeled Item already have a property 'gnnrec_default_index'");
    }

    @Test
    void whatStandsInThePlaceOfOurCopyIsRefused() {
        NEO4J.run(
                "CREATE VECTOR INDEX mine FOR (i:Item) ON (i.e_index) OPTIONS {indexConfig: {`vector.dimensions`: 3}}");
        NEO4J.run("CREATE CONSTRAINT only FOR (u:User) REQUIRE u.c IS UNIQUE");
        NEO4J.run("CREATE CONSTRAINT one FOR (i:Item) REQUIRE i.d_index IS UNIQUE");
        assertRefused(Map.of("writeProperty", "e"), "there is an index 'mine' that gnnrec did not make");
        assertRefused(Map.of("writeProperty", "c"), "there is a constraint 'only' on 'c' of User nodes");
        assertRefused(Map.of("writeProperty", "d"), "there is a constraint 'one' on 'd_index' of Item nodes");
        for (String property : List.of("e", "d")) {
            copies.claim(TrainSettings.of(Map.of("writeProperty", property, "vectorIndex", false)));
        }
    }

    @Test
    void theOwnPropertyIsWrittenAgain() {
        store(ServedModels.info("default", 1));
        NEO4J.run("CREATE (:User {gnnrec_default: 1}), (:Item {gnnrec_default: 1})");
        assertThatCode(() -> copies.claim(TrainSettings.of(Map.of("createIndexes", false))))
                .doesNotThrowAnyException();
    }

    @Test
    void theOwnPropertyOnOtherLabelsIsRefusedWithAWayOut() {
        store(ServedModels.info("default", 1));
        NEO4J.run("CREATE (:User {gnnrec_default: 1}), (:Item {gnnrec_default: 1})");
        assertRefused(Map.of("itemLabel", "Movie"), "model 'default' wrote 'gnnrec_default' to User and Item nodes. "
                + "Drop it first (CALL gnnrec.model.drop('default'))");
    }

    @Test
    void aDropRemovesWhatAnInterruptedTrainingLeftUnderAnotherName() {
        store(ServedModels.info("default", 1, "before", "User", "Item"));
        ModelInfo current = store(ServedModels.info("default", 2));
        NEO4J.run("CREATE (:User {before: [0.5], gnnrec_default: [0.5], id: 1}), "
                + "(:Item {before: [0.5], before_index: [0.5], gnnrec_default: [0.5], gnnrec_default_index: [0.5], id: 1})");
        copies.drop(current.name());
        assertThat(NEO4J.value("MATCH (n) WHERE n:User OR n:Item UNWIND keys(n) AS key RETURN collect(DISTINCT key)"))
                .isEqualTo(List.of("id"));
    }

    @Test
    void theNextTrainingRemovesTheVectorsThatAnInterruptedOneWithoutThemLeft() {
        CopiedGraph graph = new CopiedGraph(NEO4J);
        graph.create(true);
        graph.store(ServedModels.info("default", 2), false);
        copies.claim(TrainSettings.of(Map.of("vectorIndex", false)));
        assertThat(NEO4J.value("MATCH (i:Item) RETURN count(i.gnnrec_default_index)")).isEqualTo(0L);
        assertThat(NEO4J.value("SHOW INDEXES YIELD type WHERE type = 'VECTOR' RETURN count(*)")).isEqualTo(0L);
        copies.claim(TrainSettings.of(Map.of("vectorIndex", true)));
    }

    @Test
    void aDropLeavesAnIndexThatOnlyHasTheName() {
        ModelInfo current = store(ServedModels.info("default", 1));
        NEO4J.run("CREATE INDEX gnnrec_default_index FOR (i:Item) ON (i.title)");
        copies.drop(current.name());
        assertThat(NEO4J.value("SHOW INDEXES YIELD name WHERE name = 'gnnrec_default_index' RETURN count(*)"))
                .isEqualTo(1L);
    }

    private static ModelInfo store(ModelInfo info) {
        ModelStore store = new ModelStore(NEO4J.inner());
        Draft draft = store.begin(info.name());
        store.makeCurrent(draft, ServedModels.random(info, 2, 3, 2, 1), List.of());
        return info;
    }

    private void assertRefused(Map<String, Object> config, String message) {
        assertThatThrownBy(() -> copies.claim(TrainSettings.of(config))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
