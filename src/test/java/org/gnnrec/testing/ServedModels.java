package org.gnnrec.testing;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.gnnrec.graph.CsrBuilder;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.model.ServedModel;
import org.gnnrec.source.Decay;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeKind;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;

/** Small models for tests, at random from a seed. */
public final class ServedModels {
    private ServedModels() {}

    /** Users 'u0', 'u1', ... on the node ids from 0, items 0, 1, ... on those behind. */
    public static ServedModel random(ModelInfo info, int users, int items, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CsrGraph rows = Graphs.random(users, items, 0.4, seed);
        return new ServedModel(info, table(0, users, index -> "u" + index), table(users, items, index -> index), rows,
                new CsrBuilder(users, items).build(), matrix(items, dimension, random),
                matrix(users, dimension, random), matrix(items, dimension, random), List.of());
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

    /** The same, with more in its configuration. */
    public static ModelInfo info(String name, long version, Map<String, Object> configuration) {
        return info(name, version, "gnnrec_" + name, "User", "Item", configuration);
    }

    public static ModelInfo info(String name, long version, String writeProperty, String userLabel, String itemLabel) {
        return info(name, version, writeProperty, userLabel, itemLabel, Map.of());
    }

    private static ModelInfo info(String name, long version, String writeProperty, String userLabel, String itemLabel,
            Map<String, Object> more) {
        Map<String, Object> configuration = new HashMap<>(Map.of("epochs", 60L, "layers", 1L, "seed", 1L << 40, "rate",
                0.5, "refit", true, "types", List.of("LIKES")));
        configuration.putAll(more);
        return new ModelInfo(name, version, name + "-" + version + "-" + writeProperty,
                (String) configuration.getOrDefault("modelType", "lightgcn"), kind(userLabel),
                kind(itemLabel), List.of("LIKES"), List.of("TEST"), Weighting.NONE, Decay.NONE, GraphSource.STORE,
                writeProperty, true, 12,
                ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.UTC), false,
                configuration,
                Map.of("ndcg@20", 1.0, "kernels", "scalar"));
    }

    /** Nodes of one label with the id property {@code id}. */
    public static NodeKind kind(String label) {
        return new NodeKind(List.of(label), "id");
    }
}
