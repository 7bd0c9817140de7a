package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.ListedModel;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.linalg.NamedArray;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.Parameters;
import org.gnnrec.source.Decay;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.Interactions;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.Weighting;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private final ModelStore store = new ModelStore(NEO4J.inner());

    @Test
    void aModelComesBackBitForBit() {
        ServedModel model = ServedModels.random(ServedModels.info("default", 1), 30, 20, 6, 3);
        store(model);
        assertThat(require("default")).isEqualTo(model.info());
        ServedModel loaded = load(model.info());
        assertThat(loaded.users().sameValues(model.users())).isTrue();
        assertThat(loaded.users().nodes().nodeIds()).isEqualTo(model.users().nodes().nodeIds());
        assertThat(loaded.items().sameValues(model.items())).isTrue();
        assertThat(loaded.items().nodes().nodeIds()).isEqualTo(model.items().nodes().nodeIds());
        assertThat(loaded.rows().sameEdges(model.rows())).isTrue();
        assertThat(loaded.itemWeights()).isEqualTo(model.itemWeights());
        assertThat(loaded.itemEmbeddings()).usingRecursiveComparison().isEqualTo(model.itemEmbeddings());
        assertThat(loaded.dimension()).isEqualTo(6);
        assertSameState(loaded, model);
    }

    /** Names, types, shapes and bits of what the type of model gave. */
    private static void assertSameState(ServedModel loaded, ServedModel model) {
        assertThat(loaded.fitted().state().asMap()).usingRecursiveComparison()
                .isEqualTo(model.fitted().state().asMap());
    }

    @Test
    void stateOfEveryTypeComesBackUnderItsName() {
        ServedModel plain = ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3);
        NamedArrays state = plain.fitted().state().with("a.counts", new NamedArray.Ints(new int[]{ 1, -2 }))
                .with("b.text", new NamedArray.Bytes(List.of(new byte[]{ 1, 2, 3 })))
                .with("rows.", plain.fitted().state());
        ServedModel model = store(new ServedModel(plain.info(), plain.users(), plain.items(), plain.dislikes(),
                new FittedModel(plain.rows(), plain.itemEmbeddings(), state), plain.features()));
        assertSameState(load(model.info()), model);
        assertThat(load(model.info()).rows().sameEdges(model.rows())).isTrue();
    }

    @Test
    void whatATrainingGoesOnFromComesBackBitForBit() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 30, 20, 64, 3));
        assertThat(model.info().configuration()).containsEntry("layers", 1L);
        ServedModel loaded = load(model.info());
        assertThat(loaded.users().sameValues(model.users())).isTrue();
        assertThat(loaded.items().sameValues(model.items())).isTrue();
        assertThat(loaded.rows().sameEdges(model.rows())).isTrue();
        Parameters learned = loaded.info().spec().parameters(loaded.fitted().state(), 30);
        NamedArrays state = model.fitted().state();
        assertThat(learned.base().users().data()).isEqualTo(state.matrix("userBase").data());
        assertThat(learned.base().items().data()).isEqualTo(state.matrix("learned.itemBase").data());
        assertThat(learned.weights()).isEmpty();
    }

    @Test
    void servingLoadsNothingThatAWarmStartAloneNeeds() {
        ServedModel plain = ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3);
        ServedModel model = store(new ServedModel(plain.info(), plain.users(), plain.items(), plain.dislikes(),
                new FittedModel(plain.rows(), plain.itemEmbeddings(),
                        plain.fitted().state().with("part.", plain.fitted().state())),
                plain.features()));
        assertThat(load(model.info()).fitted().state().asMap()).containsKeys("learned.itemBase",
                "part.learned.itemBase");
        ServedModel served = NEO4J.in(tx -> new ModelCatalog(tx).load(model.info()));
        assertThat(served.fitted().state().asMap()).containsOnlyKeys("userBase", "messages", "part.userBase",
                "part.messages");
    }

    @Test
    void aModelOfAnEarlierFormatCannotBeGoneOnFrom() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        requireReadable(model.info());
        NEO4J.run("MATCH (m:_GnnRecModel) SET m.formatVersion = 2");
        assertThatThrownBy(() -> requireReadable(model.info())).isInstanceOf(ModelFormatException.class)
                .hasMessage("model 'default' was stored by an earlier version of gnnrec, in format 2; this version "
                        + "reads the arrays of format 3, and no warm start goes on from others. Train the model again");
    }

    @Test
    void aModelOfManyPartsComesBack() {
        ServedModel model = ServedModels.random(ServedModels.info("default", 1), 10, 3_000, 1_024, 3);
        store(model);
        assertThat((Long) NEO4J.value("MATCH (p:_GnnRecPart) RETURN count(p)")).isGreaterThan(24);
        assertThat(messages(load(model.info()))).isEqualTo(messages(model));
        store.retire("default");
        store.sweep("default");
        assertThat(nodes()).isZero();
    }

    @Test
    void aDraftIsNotSeenUntilTheSwitch() {
        ServedModel model = ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3);
        Draft draft = store.begin("default");
        assertThat(draft.version()).isEqualTo(1);
        List<ArrayEntry> directory = store.write(draft, model);
        NEO4J.in(tx -> {
            ModelCatalog catalog = new ModelCatalog(tx);
            assertThat(new ModelList(tx).all()).isEmpty();
            assertThat(new WrittenModels(tx).all()).isEmpty();
            assertThat(new WrittenModels(tx).superseded("default")).isEmpty();
            assertThat(catalog.find("default")).isEmpty();
            return null;
        });
        store.makeCurrent(draft, model, directory);
        assertThat(require("default")).isEqualTo(model.info());
    }

    @Test
    void theSwitchMakesTheVersionBeforeOldUntilTheSweep() {
        ServedModel first = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        ServedModel second = store(ServedModels.random(ServedModels.info("default", 2), 3, 4, 2, 4));
        assertThat(require("default")).isEqualTo(second.info());
        assertThat(written()).containsExactlyInAnyOrder(ServedModels.written(first.info()),
                ServedModels.written(second.info()));
        assertThat(store.begin("default").version()).isEqualTo(3);
        store.sweep("default");
        assertThat(written()).containsExactly(ServedModels.written(second.info()));
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
        List<WrittenModel> superseded = NEO4J.in(tx -> new WrittenModels(tx).superseded("default"));
        assertThat(superseded).containsExactlyInAnyOrder(ServedModels.written(elsewhere),
                ServedModels.written(otherLabel));
    }

    @Test
    void afterADropVersionsBeginAgainUnderAnotherUid() {
        store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        store(ServedModels.random(ServedModels.info("songs", 1), 3, 4, 2, 3));
        store.retire("default");
        store.sweep("default");
        List<ListedModel> left = NEO4J.in(tx -> new ModelList(tx).all());
        assertThat(left).extracting(ListedModel::name).containsExactly("songs");
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
                .hasMessage("there is no model 'song' (did you mean 'songs'?). Models: [songs]");
    }

    @Test
    void aWholeCopyIsMarkedForThisVersionOnly() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        store.endCopy(ServedModels.info("default", 2));
        assertThat(require("default").copy().isWhole()).isFalse();
        store.endCopy(model.info());
        assertThat(require("default").copy().isWhole()).isTrue();
    }

    @Test
    void aDamagedPartIsAFormatError() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        NEO4J.run("MATCH (p:_GnnRecPart {kind: 'state.messages'}) SET p.crc = p.crc + 1");
        assertThatThrownBy(() -> load(model.info())).isInstanceOf(ModelFormatException.class)
                .hasMessage("model 'default': part 0 of 'state.messages' is missing or damaged. Train the model again");
    }

    @ParameterizedTest
    @ValueSource(strings = { "kind", "index", "crc", "bytes" })
    void aPartWithoutAPropertyOrWithAnotherTypeIsAFormatError(String key) {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        for (String value : List.of("null", "true", "[1, 2]")) {
            NEO4J.run("MATCH (p:_GnnRecPart) WHERE p.kind = 'state.messages' OR p.kind IS NULL OR p.kind = true "
                    + "SET p." + key + " = " + value);
            assertThatThrownBy(() -> load(model.info())).isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("must have a ").hasMessageContaining("as '" + key + "', but has ");
        }
    }

    @Test
    void aWholePartOfAnotherArrayIsAFormatError() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        NEO4J.run("MATCH (p:_GnnRecPart {kind: 'state.messages'}), (q:_GnnRecPart {kind: 'state.learned.itemBase'}) "
                + "SET p.bytes = q.bytes, p.crc = q.crc");
        assertThatThrownBy(() -> load(model.info())).isInstanceOf(ModelFormatException.class)
                .hasMessage("model 'default': array 'state.messages' is damaged. Train the model again");
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
        NEO4J.run("MATCH (m:_GnnRecModel) SET m.formatVersion = 4");
        assertThatThrownBy(() -> require("default")).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(
                        "its property 'formatVersion' is 4 but this version of gnnrec reads formats 1 to 3");
    }

    @Test
    void aModelOfFormatOneIsStillListedButNotLoaded() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        NEO4J.run("MATCH (m:_GnnRecModel) SET m.formatVersion = 1, m.userLabel = 'User', m.itemLabel = 'Item' "
                + "REMOVE m.userLabels, m.itemLabels, m.arrays");
        assertThat(require("default")).isEqualTo(model.info());
        assertThatThrownBy(() -> load(model.info())).isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("in format 1; this version reads the arrays of format 3");
    }

    @Test
    void weightsDislikesAndTheSourceComeBack() {
        Interactions interactions = new Interactions(new NodeKind(List.of("A", "B"), "k"), ServedModels.kind("Item"),
                List.of("LIKES"), List.of(),
                new Weighting(Map.of("LIKES", 2.5, "HATES", -1.0), "count", "at", 30), new Decay(30, 5e9, 1e9),
                new GraphSource(null, "RETURN $x", Map.of("x", List.of(1L, 0.5, "ü")), List.of()));
        ModelInfo info = ServedModels.info("default", 1, "uid", interactions, "gnnrec_default");
        ServedModel plain = ServedModels.random(info, 3, 4, 2, 3);
        ServedModel model = store(ServedModels.with(Graphs.weighted(plain.rows(), 1),
                Graphs.parse(3, 4, "0:1; 2:0,3"), plain));
        assertThat(require("default")).isEqualTo(info);
        assertThat(load(info).rows().sameEdges(model.rows())).isTrue();
        assertThat(load(info).dislikes().sameEdges(model.dislikes())).isTrue();
    }

    /** Copies of a database by Cypher make a 64-bit integer of every number. */
    @Test
    void aModelCopiedByCypherIsStillRead() {
        ServedModel model = store(ServedModels.random(ServedModels.info("default", 1), 3, 4, 2, 3));
        NEO4J.run("MATCH (n) UNWIND ['formatVersion', 'index'] AS key "
                + "WITH n, key WHERE n[key] IS NOT NULL SET n[key] = n[key] + 0");
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
        ModelStore cancelled = new ModelStore(NEO4J.inner(() -> {
            throw new IllegalStateException("terminated");
        }));
        assertThatThrownBy(() -> cancelled.write(draft, model)).hasMessage("terminated");
        assertThat(nodes()).isEqualTo(1);
    }

    private ServedModel store(ServedModel model) {
        Draft draft = store.begin(model.info().name());
        assertThat(draft.version()).isEqualTo(model.info().version());
        store.makeCurrent(draft, model, store.write(draft, model));
        return model;
    }

    private static ModelInfo require(String name) {
        return NEO4J.in(tx -> new ModelCatalog(tx).require(name));
    }

    private static List<WrittenModel> written() {
        return NEO4J.in(tx -> new WrittenModels(tx).all());
    }

    private static ServedModel load(ModelInfo info) {
        return NEO4J.in(tx -> new ModelCatalog(tx).loadWhole(info));
    }

    private static void requireReadable(ModelInfo info) {
        NEO4J.in(tx -> {
            new ModelCatalog(tx).requireReadable(info);
            return null;
        });
    }

    private static float[] messages(ServedModel model) {
        return model.fitted().state().matrix("messages").data();
    }

    private static long nodes() {
        return (Long) NEO4J.value("MATCH (n) RETURN count(n)");
    }
}
