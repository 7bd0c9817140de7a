package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.model.ServedModel;
import org.gnnrec.model.encoder.Embeddings;
import org.gnnrec.source.Decay;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.Weighting;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModelStoreTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private final ModelStore store = new ModelStore(NEO4J.db(), () -> {});

    @Test
    void aModelComesBackBitForBit() {
        ServedModel model = ServedModels.random(ServedModels.info("default", 1), 30, 20, 6, 3);
        store(model);
        assertThat(require("default")).isEqualTo(model.info());
        ServedModel loaded = load(model.info());
        assertThat(loaded.users().sameValues(model.users())).isTrue();
        assertThat(loaded.users().nodes().nodeIds()).isEqualTo(model.users().nodes().nodeIds());
        assertThat(loaded.items().sameValues(model.items())).isTrue();
        assertThat(loaded.rows().sameEdges(model.rows())).isTrue();
        assertThat(loaded.itemEmbeddings().data()).isEqualTo(model.itemEmbeddings().data());
        assertThat(loaded.userBase().data()).isEqualTo(model.userBase().data());
        assertThat(loaded.messages().data()).isEqualTo(model.messages().data());
    }

    @Test
    void whatATrainingGoesOnFromComesBackBitForBit() {
        ServedModel model = ServedModels.random(ServedModels.info("default", 1), 30, 20, 6, 3);
        assertThat(model.info().configuration()).containsEntry("layers", 1L);
        Embeddings base = new Embeddings(model.userBase(), ServedModels.matrix(20, 6, new SplittableRandom(4)));
        Draft draft = store.begin("default");
        store.write(draft, model, base);
        store.makeCurrent(draft, model);
        StoredBase loaded = NEO4J.in(tx -> new ModelCatalog(tx).loadBase(model.info()));
        assertThat(loaded.users().sameValues(model.users())).isTrue();
        assertThat(loaded.items().sameValues(model.items())).isTrue();
        assertThat(loaded.rows().sameEdges(model.rows())).isTrue();
        assertThat(loaded.itemBase().data()).isEqualTo(base.items().data());
        for (int i = 0; i < model.userBase().data().length; i++) {
            assertThat(loaded.userBase().data()[i]).isEqualTo(2 * model.userBase().data()[i]);
        }
    }

    @Test
    void aModelOfAnEarlierVersionCannotBeGoneOnFrom() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        NEO4J.in(tx -> {
            new ModelCatalog(tx).requireBase(model.info());
            return null;
        });
        NEO4J.run("MATCH (p:_GnnRecPart {kind: 'itemBase'}) DETACH DELETE p");
        assertThatThrownBy(() -> NEO4J.in(tx -> {
            new ModelCatalog(tx).requireBase(model.info());
            return null;
        })).hasMessage("model 'default' was stored by an earlier version of gnnrec, without what a warm start goes on "
                + "from. Train it once without warmStart");
    }

    @Test
    void aModelOfManyPartsComesBack() {
        ServedModel model = ServedModels.random(ServedModels.info("default", 1), 10, 3_000, 1_024, 3);
        store(model);
        assertThat((Long) NEO4J.value("MATCH (p:_GnnRecPart) RETURN count(p)")).isGreaterThan(24);
        assertThat(load(model.info()).messages().data()).isEqualTo(model.messages().data());
        store.retire("default");
        store.sweep("default");
        assertThat(nodes()).isZero();
    }

    @Test
    void aDraftIsNotSeenUntilTheSwitch() {
        ServedModel model = ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3);
        Draft draft = store.begin("default");
        assertThat(draft.version()).isEqualTo(1);
        store.write(draft, model, new Embeddings(model.userBase(), model.messages()));
        NEO4J.in(tx -> {
            ModelCatalog catalog = new ModelCatalog(tx);
            assertThat(catalog.list()).isEmpty();
            assertThat(catalog.listWritten()).isEmpty();
            assertThat(catalog.superseded("default")).isEmpty();
            assertThat(catalog.find("default")).isEmpty();
            return null;
        });
        store.makeCurrent(draft, model);
        assertThat(require("default")).isEqualTo(model.info());
    }

    @Test
    void theSwitchMakesTheVersionBeforeOldUntilTheSweep() {
        ServedModel first = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        ServedModel second = store(ServedModels.random(ServedModels.info("default", 2), 3, 4, 2, 4));
        assertThat(require("default")).isEqualTo(second.info());
        assertThat(written()).containsExactlyInAnyOrder(first.info(), second.info());
        assertThat(store.begin("default").version()).isEqualTo(3);
        store.sweep("default");
        assertThat(written()).containsExactly(second.info());
        assertThat(nodes()).isEqualTo(1 + 8);
        assertThat(load(second.info()).itemEmbeddings().data()).isEqualTo(second.itemEmbeddings().data());
    }

    @Test
    void aSweepOfDraftsLeavesOldVersionsAndOtherModels() {
        store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        store(ServedModels.random(ServedModels.info("default", 2), 3, 4, 2, 3));
        store.begin("default");
        store.begin("other");
        store.sweepDrafts("default");
        assertThat(NEO4J.value("MATCH (m:_GnnRecModel) WITH m ORDER BY m.modelName, m.modelVersion "
                + "RETURN collect(m.modelName + m.modelVersion + m.state)"))
                .isEqualTo(List.of("default1OLD", "default2CURRENT", "other1BUILDING"));
    }

    @Test
    void onlyOldVersionsWhoseCopyLiesElsewhereAreSuperseded() {
        ModelInfo elsewhere = ServedModels.info("default", 1, "other", "User", "Item");
        ModelInfo otherLabel = ServedModels.info("default", 2, "gnnrec_default", "Person", "Item");
        for (ModelInfo info : List.of(elsewhere, otherLabel, ServedModels.info("default", 3),
                ServedModels.info("default", 4), ServedModels.info("songs", 1), ServedModels.info("songs", 2))) {
            store(ServedModels.random(info, 3, 4, 2, 3));
        }
        List<ModelInfo> superseded = NEO4J.in(tx -> new ModelCatalog(tx).superseded("default"));
        assertThat(superseded).containsExactlyInAnyOrder(elsewhere, otherLabel);
    }

    @Test
    void afterADropVersionsBeginAgainUnderAnotherUid() {
        store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        store(ServedModels.random(ServedModels.info("songs", 1), 3, 4, 2, 3));
        store.retire("default");
        store.sweep("default");
        List<ModelInfo> left = NEO4J.in(tx -> new ModelCatalog(tx).list());
        assertThat(left).extracting(ModelInfo::name).containsExactly("songs");
        assertThat(store.begin("default").version()).isEqualTo(1);
        store.retire("no such model");
        store.sweep("no such model");
    }

    @Test
    void aMissingModelIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> require("default")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no model 'default', nor any other. Train one: CALL gnnrec.train()");
        store(ServedModels.random(ServedModels.info("songs", 1), 3, 4, 2, 3));
        assertThatThrownBy(() -> require("song"))
                .hasMessage("there is no model 'song' (did you mean 'songs'?). Models: songs");
    }

    @Test
    void aWholeCopyIsMarkedForThisVersionOnly() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        store.markCopied(ServedModels.info("default", 2));
        assertThat(require("default").copied()).isFalse();
        store.markCopied(model.info());
        assertThat(require("default").copied()).isTrue();
    }

    @Test
    void aDamagedPartIsAFormatError() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        NEO4J.run("MATCH (p:_GnnRecPart {kind: 'messages'}) SET p.crc = p.crc + 1");
        assertThatThrownBy(() -> load(model.info())).isInstanceOf(ModelFormatException.class)
                .hasMessage("part 0 of 'messages' is missing or damaged. Train the model again");
    }

    @Test
    void aMissingPartIsAFormatErrorWhicheverItIs() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 10, 600, 1_024, 3));
        for (int part : new int[]{ 2, 0 }) {
            NEO4J.run("MATCH (p:_GnnRecPart {kind: 'itemEmbeddings', index: " + part + "}) DETACH DELETE p");
            assertThatThrownBy(() -> load(model.info())).isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void aModelOfALaterFormatIsRefused() {
        store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        NEO4J.run("MATCH (m:_GnnRecModel) SET m.formatVersion = 3");
        assertThatThrownBy(() -> require("default")).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("has format 3 but this version of gnnrec reads formats 1 to 2");
    }

    @Test
    void aModelOfFormatOneIsStillRead() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        NEO4J.run("MATCH (m:_GnnRecModel) SET m.formatVersion = 1, m.userLabel = 'User', m.itemLabel = 'Item' "
                + "REMOVE m.userLabels, m.itemLabels, m.rowsWeighted");
        assertThat(require("default")).isEqualTo(model.info());
        assertThat(load(model.info()).rows().sameEdges(model.rows())).isTrue();
    }

    @Test
    void weightsDislikesAndTheSourceComeBack() {
        ModelInfo info = new ModelInfo("default", 1, "uid", "lightgcn", new NodeKind(List.of("A", "B"), "k"),
                ServedModels.kind("Item"), List.of("LIKES"), List.of(),
                new Weighting(Map.of("LIKES", 2.5, "HATES", -1.0), "count", "at", 30), new Decay(30, 5e9, 1e9),
                new GraphSource(null, "RETURN $x", Map.of("x", List.of(1L, 0.5, "ü"))), "gnnrec_default", true, 1,
                ServedModels.info("default", 1).createdAt(), false, Map.of(), Map.of());
        ServedModel plain = ServedModels.random(info, 3, 4, 2, 3);
        ServedModel model = store(new ServedModel(info, plain.users(), plain.items(),
                Graphs.weighted(plain.rows(), 1), Graphs.parse(3, 4, "0:1; 2:0,3"), plain.itemEmbeddings(),
                plain.userBase(), plain.messages(), plain.weights()));
        assertThat(require("default")).isEqualTo(info);
        assertThat(load(info).rows().sameEdges(model.rows())).isTrue();
        assertThat(load(info).dislikes().sameEdges(model.dislikes())).isTrue();
    }

    /** Copies of a database by Cypher make a 64-bit integer of every number. */
    @Test
    void aModelCopiedByCypherIsStillRead() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        NEO4J.run(
                "MATCH (n) UNWIND ['formatVersion', 'userCount', 'itemCount', 'interactionCount', 'dimension', 'index'] "
                        + "AS key WITH n, key WHERE n[key] IS NOT NULL SET n[key] = n[key] + 0");
        assertThat(load(require("default")).rows().sameEdges(model.rows())).isTrue();
    }

    @Test
    void aVersionReplacedWhileItIsReadIsAFormatError() {
        ServedModel first = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        store(ServedModels.random(ServedModels.info("default", 2), 3, 4, 2, 3));
        assertThatThrownBy(() -> load(first.info())).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void aCancellationEndsTheWriting() {
        Draft draft = store.begin("default");
        ServedModel model = ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3);
        ModelStore cancelled = new ModelStore(NEO4J.db(), () -> {
            throw new IllegalStateException("terminated");
        });
        assertThatThrownBy(
                () -> cancelled.write(draft, model, new Embeddings(model.userBase(), model.messages())))
                .hasMessage("terminated");
        assertThat(nodes()).isEqualTo(1);
    }

    private ServedModel store(ServedModel model) {
        Draft draft = store.begin(model.info().name());
        assertThat(draft.version()).isEqualTo(model.info().version());
        store.write(draft, model, new Embeddings(model.userBase(), model.messages()));
        store.makeCurrent(draft, model);
        return model;
    }

    private static ModelInfo require(String name) {
        return NEO4J.in(tx -> new ModelCatalog(tx).require(name));
    }

    private static List<ModelInfo> written() {
        return NEO4J.in(tx -> new ModelCatalog(tx).listWritten());
    }

    private static ServedModel load(ModelInfo info) {
        return NEO4J.in(tx -> new ModelCatalog(tx).load(info));
    }

    private static long nodes() {
        return (Long) NEO4J.value("MATCH (n) RETURN count(n)");
    }
}
