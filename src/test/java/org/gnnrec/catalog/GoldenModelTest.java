package org.gnnrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.model.FittedModel;
import org.gnnrec.serving.Explanation;
import org.gnnrec.serving.Recommendation;
import org.gnnrec.serving.Recommender;
import org.gnnrec.source.Decay;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.Interactions;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.Rows;
import org.gnnrec.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.graphdb.Label;

/**
 * A GraphSAGE with weights, features, dislikes and weighted interactions in format 3, written once and kept. Where this test
 * fails, models in users' databases can no longer be read: raise {@link ModelNode#FORMAT_VERSION}, or undo the change. The
 * numbers are such that all kernels come to the same bits.
 */
class GoldenModelTest {
    @RegisterExtension
    static final TestDatabase NEO4J = new TestDatabase();

    private static final String FILE = "model-3.json";

    private final ServedModel model = new ServedModel(info(), nodes(100, "ü0", "ü1"), nodes(200, 0L, 1L, "two"),
            Graphs.parse(2, 3, "1:0"), new FittedModel(rows(), matrix(2, 1, 0.5f, -0.25f, 1, 0.5f, -2), state()),
            features());

    private static ModelInfo info() {
        Interactions interactions = new Interactions(new NodeKind(List.of("Listener"), "name"),
                new NodeKind(List.of("Song", "Remix"), "id"), List.of("HATES", "LIKES"), List.of("TEST"),
                new Weighting(Map.of("LIKES", 2.0, "HATES", -1.0), "count", "at", 30), new Decay(30, 5e9, 1e9),
                GraphSource.STORE);
        Map<String, Object> configuration = Map.of("modelType", "graphsage", "aggregator", "mean", "layers", 1L,
                "sampleSizes", List.of(25L), "useIds", true, "embeddingDimension", 2L, "normExponent", 1.0,
                "degreeExponent", 0.0, "featureProperties", List.of("live"));
        return new ModelInfo("songs", 1, "5f2d6f0e-7a63-4c1b-9d52-0a1b2c3d4e5f", "graphsage", interactions,
                new PropertyCopy("gnnrec_songs", "gnnrec_songs", true, false), 4,
                ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.UTC), 12, configuration,
                Map.of("ndcgAt20", 0.5, "kernels", "scalar"));
    }

    private static NodeTable nodes(long firstId, Object... values) {
        long[] ids = new long[values.length];
        for (int n = 0; n < ids.length; n++) {
            ids[n] = firstId + n;
        }
        return new NodeTable(IdMap.ofAscending(ids), values);
    }

    private static CsrGraph rows() {
        return CsrGraph.of(2, 3, new int[]{ 0, 2, 3 }, new int[]{ 0, 1, 2 }, new float[]{ 1, 3, 2 });
    }

    private static NamedArrays state() {
        return NamedArrays.NONE.with("userLayers", matrix(2, 1, 2, -1, 0.5f))
                .with("itemLayers", matrix(2, 2, 0, 0, 4, 1, 1)).with("learned.userBase", matrix(2, 1, 2, -1, 0.5f))
                .with("learned.itemBase", matrix(2, 2, 0, 1, 4, 0, 1))
                .with("weight.sage1.self", matrix(2, 1, -1, 0.5f, 2))
                .with("weight.sage1.neighbors", matrix(2, 2, 0, -1, 1))
                .with("weight.features.items", matrix(2, 1, 0.5f, -2, 0.25f));
    }

    private static FeatureSchemas features() {
        return new FeatureSchemas(FeatureSchemas.NONE.users(),
                Rows.learn(List.of("live"), Rows.nodes("live", true, false, null)));
    }

    private static DenseMatrix matrix(int cols, float... values) {
        return new DenseMatrix(values.length / cols, cols, values);
    }

    @Test
    void theModelIsStillWrittenInTheSameForm() {
        ModelStore store = new ModelStore(NEO4J.inner());
        Draft draft = store.begin("songs");
        store.makeCurrent(draft, model, store.write(draft, model));
        assertThat(StoredNodes.of(NEO4J).parsed()).isEqualTo(StoredNodes.golden(FILE).parsed());
    }

    @Test
    void theGoldenModelIsStillReadBitForBit() {
        ServedModel read = golden();
        assertThat(read.info()).isEqualTo(model.info());
        assertThat(read.features()).isEqualTo(model.features());
        assertThat(read.users().sameValues(model.users())).isTrue();
        assertThat(read.users().nodes().nodeIds()).isEqualTo(model.users().nodes().nodeIds());
        assertThat(read.items().sameValues(model.items())).isTrue();
        assertThat(read.items().nodes().nodeIds()).isEqualTo(model.items().nodes().nodeIds());
        assertThat(read.rows().sameEdges(model.rows())).isTrue();
        assertThat(read.dislikes().sameEdges(model.dislikes())).isTrue();
        assertThat(read.itemEmbeddings()).usingRecursiveComparison().isEqualTo(model.itemEmbeddings());
        assertThat(read.fitted().state().asMap()).usingRecursiveComparison().isEqualTo(model.fitted().state().asMap());
    }

    @Test
    void theGoldenModelStillServesTheSameBits() {
        Recommender recommender = new Recommender(golden());
        createGraph();
        assertThat(recommend(recommender, "ü0")).containsExactly("two at -2.0 trained");
        assertThat(recommend(recommender, "ü1")).containsExactly("1 at 0.5303300619125366 trained");
        assertThat(recommend(recommender, "new")).containsExactly("0 at 1.0 foldIn", "1 at -0.25 foldIn");
        assertThat(listener(recommender, "ü0")).containsExactly(0, 1);
        assertThat(listener(recommender, "ü1")).containsExactly(0.70710677f, 0.70710677f);
        assertThat(listener(recommender, "new")).containsExactly(1, 0);
        assertThat(song(recommender, 1L)).containsExactly(-0.25f, 1);
        assertThat(song(recommender, "new")).containsExactly(0.31622776f, 0.94868326f);
        assertThat(contributions(recommender, "ü0", "two")).containsExactly(0.04472184181213379, -0.3287419080734253,
                -1.1037418842315674);
    }

    private static ServedModel golden() {
        StoredNodes.golden(FILE).create(NEO4J);
        return NEO4J.in(tx -> {
            ModelCatalog catalog = new ModelCatalog(tx);
            return catalog.loadWhole(catalog.require("songs"));
        });
    }

    /** The interactions of the training at its latest time, and a listener and a song that it did not know. */
    private static void createGraph() {
        NEO4J.run("CREATE INDEX FOR (n:Listener) ON (n.name)");
        NEO4J.run("CREATE INDEX FOR (n:Song) ON (n.id)");
        NEO4J.run("CREATE INDEX FOR (n:Remix) ON (n.id)");
        NEO4J.run("CALL db.awaitIndexes()");
        NEO4J.run("CREATE (u:Listener {name: 'ü0'}), (v:Listener {name: 'ü1'}), (w:Listener {name: 'new'}), "
                + "(a:Song {id: 0}), (b:Song {id: 1}), (c:Song {id: 'two'}), (d:Song {id: 'new', live: true}) "
                + "CREATE (u)-[:LIKES {count: 0.5, at: 5e9}]->(a), (u)-[:LIKES {count: 1.5, at: 5e9}]->(b), "
                + "(v)-[:LIKES {count: 1, at: 5e9}]->(c), (v)-[:HATES]->(a), "
                + "(w)-[:LIKES {count: 1, at: 5e9}]->(c), (w)-[:LIKES {count: 1, at: 5e9}]->(d)");
    }

    private static List<String> recommend(Recommender recommender, Object user) {
        return NEO4J.in(tx -> recommender.recommend(tx, user, 3).map(GoldenModelTest::text).toList());
    }

    private static String text(Recommendation one) {
        return one.itemId() + " at " + one.score() + " " + one.basis();
    }

    private static float[] listener(Recommender recommender, String name) {
        return NEO4J
                .in(tx -> recommender.embeddings().now(tx, tx.findNode(Label.label("Listener"), "name", name), null));
    }

    private static float[] song(Recommender recommender, Object id) {
        return NEO4J.in(tx -> recommender.embeddings().now(tx, tx.findNode(Label.label("Song"), "id", id), null));
    }

    private static List<Double> contributions(Recommender recommender, Object user, Object item) {
        return NEO4J.in(tx -> recommender.explainer().explain(tx, user, item, Cancellation.NEVER).stream()
                .map(Explanation::contribution).toList());
    }
}
