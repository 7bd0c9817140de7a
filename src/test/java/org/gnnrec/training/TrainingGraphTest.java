package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class TrainingGraphTest {
    private static final TrainingConfig CONFIG = TrainingConfig.of(Map.of("modelType", "pinsage")).withoutPilots();

    @Test
    void walksOnceForAllFits() {
        TrainingGraph graph = new TrainingGraph(Graphs.parse(3, 4, "0:0,1; 1:1,2; 2:2,3"), Features.none(3, 4));
        try (Parallel parallel = new Parallel(2)) {
            Workers workers = Workers.of(parallel, () -> {});
            CsrGraph first = graph.importance(CONFIG, workers);
            assertThat(graph.importance(CONFIG, workers)).isSameAs(first);
            assertThat(first.neighbors()).containsExactly(
                    graph.walks(CONFIG, parallel, () -> {}).neighborhoods().neighbors());
        }
    }
}
