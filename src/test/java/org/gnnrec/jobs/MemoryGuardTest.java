package org.gnnrec.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureMatrixBuilder;
import org.gnnrec.feature.Features;
import org.gnnrec.model.StepKeys;
import org.gnnrec.projection.Projection;
import org.gnnrec.source.Decay;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.junit.jupiter.api.Test;

class MemoryGuardTest {
    private static final long HEAP = Runtime.getRuntime().maxMemory();

    @Test
    void whatFitsExactlyIsLetThrough() {
        assertThatCode(new MemoryGuard(Map.of("all", HEAP), 1, List.of())::requireFits).doesNotThrowAnyException();
    }

    @Test
    void whatDoesNotFitIsRefusedWithBothSizesAndAWayOut() {
        MemoryGuard guard = new MemoryGuard(Map.of("a", HEAP, "b", 1L << 30), 1,
                List.of(StepKeys.EMBEDDING_DIMENSION, StepKeys.BATCH_SIZE));
        assertThatThrownBy(guard::requireFits).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(MemoryGuard.readable(guard.bytes()))
                .hasMessageContaining(MemoryGuard.readable(HEAP))
                .hasMessageContaining("server.memory.heap.max_size")
                .hasMessageEndingWith(", or lower embeddingDimension or batchSize");
        assertThat(guard.heapPercentage()).isGreaterThan(100);
    }

    @Test
    void theTreeShowsTheSumAndItsParts() {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("nodes", 3L << 20);
        parts.put("training", 3L << 30);
        assertThat(new MemoryGuard(parts, 1, List.of()).treeView())
                .isEqualTo("gnnrec.train: 3.0 GiB\n|-- nodes: 3 MiB\n|-- training: 3.0 GiB");
    }

    @Test
    void theEstimateGrowsWithTheGraphAndTheDimension() {
        long small = MemoryGuard.of(projection(10), settings(8, false)).bytes();
        long wide = MemoryGuard.of(projection(10), settings(512, false)).bytes();
        long large = MemoryGuard.of(projection(2000), settings(8, false)).bytes();
        long warm = MemoryGuard.of(projection(2000), settings(8, true)).bytes();
        assertThat(wide).isGreaterThan(small);
        assertThat(warm).isEqualTo(large + 2 * 2000 * (40 + 4 * 8) + 4);
        assertThat(large).isGreaterThan(small + 2 * 1990 * 40);
    }

    @Test
    void featuresCountWithTheirWeights() {
        MemoryGuard none = MemoryGuard.of(projection(10), settings(8, false));
        FeatureMatrixBuilder items = new FeatureMatrixBuilder(2, 3);
        items.put(0, 1);
        items.put(2, 1);
        items.endRow();
        items.put(1, 1);
        items.endRow();
        assertThat(none.with(new Features(FeatureMatrix.none(4), items.build())).bytes())
                .isEqualTo(none.bytes() + 4 * (5 + 3) + 8 * 3 + 20 * 8 * 3);
        assertThat(none.with(Features.none(4, 2))).isEqualTo(none);
    }

    private static TrainSettings settings(long dimension, boolean warmStart) {
        TrainSettings settings = TrainSettings.of(Map.of("embeddingDimension", dimension));
        return warmStart ? settings.from(ServedModels.info("default", 1)) : settings;
    }

    private static Projection projection(int nodes) {
        return new Projection(ServedModels.table(0, nodes, index -> index),
                ServedModels.table(nodes, nodes, index -> index),
                Graphs.parse(nodes, nodes, "0:0"), null, Graphs.parse(nodes, nodes, ""), Decay.NONE, List.of("LIKES"),
                1);
    }
}
