package org.gnnrec.testing;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.archive.WrittenModel;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.model.FittedModel;
import org.gnnrec.source.Decay;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.Interactions;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;

/** Small models of LightGCN for tests, at random from a seed. */
public final class ServedModels {
    private ServedModels() {}

    /** Users 'u0', 'u1', ... on the node ids from 0, items 0, 1, ... on those behind. */
    public static ServedModel random(ModelInfo info, int users, int items, int dimension, long seed) {
        return random(info, table(0, users, index -> "u" + index), table(users, items, index -> index),
                Graphs.random(users, items, 0.4, seed), dimension, seed);
    }

    /** On these nodes with these rows, without dislikes. */
    public static ServedModel random(ModelInfo info, NodeTable users, NodeTable items, CsrGraph rows, int dimension,
            long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DenseMatrix embeddings = matrix(items.size(), dimension, random);
        NamedArrays state = state(users.size(), items.size(), dimension, random);
        return new ServedModel(info, users, items, new CsrBuilder(users.size(), items.size()).build(),
                new FittedModel(rows, embeddings, state), FeatureSchemas.NONE);
    }

    /** The arrays that LightGCN stores. */
    private static NamedArrays state(int users, int items, int dimension, SplittableRandom random) {
        return NamedArrays.NONE.with("userBase", matrix(users, dimension, random))
                .with("messages", matrix(items, dimension, random))
                .with("learned.itemBase", matrix(items, dimension, random));
    }

    /** The model on other rows and with other dislikes. */
    public static ServedModel with(CsrGraph rows, CsrGraph dislikes, ServedModel model) {
        FittedModel fitted = new FittedModel(rows, model.itemEmbeddings(), model.fitted().state());
        return new ServedModel(model.info(), model.users(), model.items(), dislikes, fitted, model.features());
    }

    public static DenseMatrix matrix(int rows, int cols, SplittableRandom random) {
        DenseMatrix matrix = DenseMatrix.zeros(rows, cols);
        for (int i = 0; i < matrix.data().length; i++) {
            matrix.data()[i] = (float) random.nextDouble(-1, 1);
        }
        return matrix;
    }

    /** Nodes with ascending ids; values by index. */
    public static NodeTable table(long firstNodeId, int size, LongFunction<Object> value) {
        return new NodeTable(IdMap.ofAscending(LongStream.range(firstNodeId, firstNodeId + size).toArray()),
                LongStream.range(0, size).mapToObj(value).toArray());
    }

    /** User and Item nodes, written to {@code gnnrec_<name>}. */
    public static ModelInfo info(String name, long version) {
        return info(name, version, "gnnrec_" + name, "User", "Item");
    }

    public static ModelInfo info(String name, long version, String writeProperty, String userLabel, String itemLabel) {
        return info(name, version, name + "-" + version + "-" + writeProperty,
                interactions(kind(userLabel), kind(itemLabel), List.of("LIKES"), Weighting.NONE, Decay.NONE),
                writeProperty);
    }

    /** LightGCN with one hop, of these interactions. */
    public static ModelInfo info(String name, long version, String uid, Interactions interactions,
            String writeProperty) {
        return new ModelInfo(name, version, uid, "lightgcn", interactions,
                new PropertyCopy(writeProperty, writeProperty, true, false), 12,
                ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.UTC), 7, configuration(),
                Map.of("ndcg@20", 1.0, "kernels", "scalar"));
    }

    /** What a model of this description wrote to nodes. */
    public static WrittenModel written(ModelInfo info, String... communityProperties) {
        return new WrittenModel(info.name(), info.users(), info.items(), info.copy(), List.of(communityProperties));
    }

    /** With numbers, texts and lists that no model reads, as in the configuration of a training. */
    private static Map<String, Object> configuration() {
        Map<String, Object> configuration = new HashMap<>(Map.of("modelType", "lightgcn", "layers", 1L,
                "rowNormalization", false, "loss", "softmax", "normExponent", 1.0, "degreeExponent", 0.0));
        configuration.putAll(Map.of("epochs", 60L, "seed", 1L << 40, "rate", 0.5, "refit", true, "types",
                List.of("LIKES")));
        return configuration;
    }

    /** Of relationships in the store, with TEST to evaluate on. */
    public static Interactions interactions(NodeKind users, NodeKind items, List<String> types, Weighting weighting,
            Decay decay) {
        return new Interactions(users, items, types, List.of("TEST"), weighting, decay, GraphSource.STORE);
    }

    /** Nodes of one label with the id property {@code id}. */
    public static NodeKind kind(String label) {
        return new NodeKind(List.of(label), "id");
    }
}
