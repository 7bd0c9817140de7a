package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gnnrec.archive.ListedModel;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.source.Decay;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.Interactions;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.Weighting;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A LightGCN that was stored in format 2, by the code of that format, and kept. */
class EarlierFormatTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private static final StoredNodes GOLDEN = StoredNodes.golden("model-2.json");

    private final ModelStore store = new ModelStore(NEO4J.inner());

    @BeforeEach
    void create() {
        GOLDEN.create(NEO4J);
        assertThat(nodes()).isEqualTo(1 + 11);
    }

    @Test
    void itIsListedWithAllThatIsKnownOfIt() {
        assertThat(list()).hasSize(1);
        assertThat(list().getFirst().problem())
                .startsWith("model 'songs' was stored by an earlier version of gnnrec, in format 2");
        ModelInfo info = list().getFirst().info().orElseThrow();
        assertThat(info.name()).isEqualTo("songs");
        assertThat(info.version()).isEqualTo(1);
        assertThat(info.uid()).isEqualTo("5f2d6f0e-7a63-4c1b-9d52-0a1b2c3d4e5f");
        assertThat(info.modelType()).isEqualTo("lightgcn");
        assertThat(info.interactions()).isEqualTo(new Interactions(new NodeKind(List.of("Listener"), "name"),
                new NodeKind(List.of("Song", "Remix"), "id"), List.of("HATES", "LIKES"), List.of("TEST"),
                new Weighting(Map.of("LIKES", 2.5, "HATES", -1.0), "count", "at", 30), new Decay(30, 5e9, 1e9),
                GraphSource.STORE));
        assertThat(info.copy()).isEqualTo(new PropertyCopy("gnnrec_songs", "gnnrec_songs", true, true));
        assertThat(info.relationshipCount()).isEqualTo(4);
        assertThat(info.createdAt()).isEqualTo("2026-01-02T03:04:05.000000006Z");
        assertThat(info.configuration()).containsEntry("layers", 1L).containsEntry("normExponent", 0.5).hasSize(9);
        assertThat(info.metrics()).isEqualTo(Map.of("ndcgAt20", 0.5, "bestEpoch", 12L, "kernels", "scalar"));
        assertThat(info.spec().dimension()).isEqualTo(2);
    }

    @Test
    void itIsFoundWithTheNodesItWroteTo() {
        ModelInfo info = require();
        NEO4J.in(tx -> {
            ModelCatalog catalog = new ModelCatalog(tx);
            assertThat(catalog.find("songs")).contains(info);
            assertThat(catalog.requireUid("songs")).isEqualTo(info.uid());
            assertThat(new WrittenModels(tx).all())
                    .containsExactly(ServedModels.written(info, "gnnrec_songs_community"));
            assertThat(catalog.loadFeatures(info)).isEqualTo(FeatureSchemas.NONE);
            return null;
        });
    }

    @Test
    void itsArraysAreRefusedWithTheWayOut() {
        ModelInfo info = require();
        List<Consumer<ModelCatalog>> readers = List.of(catalog -> catalog.load(info),
                catalog -> catalog.requireReadable(info));
        for (Consumer<ModelCatalog> reader : readers) {
            assertThatThrownBy(() -> NEO4J.in(tx -> {
                reader.accept(new ModelCatalog(tx));
                return null;
            })).isInstanceOf(ModelFormatException.class)
                    .hasMessage("model 'songs' was stored by an earlier version of gnnrec, in format 2; this version "
                            + "reads the arrays of format 3, and no warm start goes on from others. Train the model again");
        }
    }

    @Test
    void aNewVersionTakesItsPlaceAndItsCommunities() {
        ModelInfo old = require();
        Draft draft = store.begin("songs");
        assertThat(draft.version()).isEqualTo(2);
        ModelInfo info = ServedModels.info("songs", 2, "new uid", old.interactions(), "gnnrec_songs");
        ServedModel next = ServedModels.random(info, 3, 4, 2, 1);
        store.makeCurrent(draft, next, store.write(draft, next));
        assertThat(require()).isEqualTo(info);
        NEO4J.in(tx -> {
            ModelCatalog catalog = new ModelCatalog(tx);
            assertThat(new WrittenModels(tx).all()).containsExactlyInAnyOrder(
                    ServedModels.written(old, "gnnrec_songs_community"),
                    ServedModels.written(info, "gnnrec_songs_community"));
            assertThat(new WrittenModels(tx).superseded("songs")).isEmpty();
            assertThat(catalog.load(info).rows().sameEdges(next.rows())).isTrue();
            return null;
        });
        store.sweep("songs");
        assertThat(NEO4J.value("MATCH (m:_GnnRecModel) RETURN m.uid")).isEqualTo("new uid");
        assertThat(nodes()).isEqualTo(1 + 8);
    }

    @Test
    void itIsDroppedWithAllItsParts() {
        store.retire("songs");
        assertThat(list()).isEmpty();
        store.sweep("songs");
        assertThat(nodes()).isZero();
    }

    @Test
    void aWholeCopyOfItIsStillMarked() {
        NEO4J.run("MATCH (m:_GnnRecModel) SET m.copied = false");
        store.endCopy(require());
        assertThat(require().copy().isWhole()).isTrue();
    }

    private static ModelInfo require() {
        return NEO4J.in(tx -> new ModelCatalog(tx).require("songs"));
    }

    private static List<ListedModel> list() {
        return NEO4J.in(tx -> new ModelList(tx).all());
    }

    private static long nodes() {
        return (Long) NEO4J.value("MATCH (n) RETURN count(n)");
    }
}
