package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class NegativesTest {
    private static final int ITEMS = 5_000;

    private final CsrGraph graph = Graphs.weighted(Graphs.random(40, ITEMS, 0.5, 3), 4);
    private final StepConfig config = Steps.config(Map.of("negativePopularity", 1, "batchSize", 6_000));

    /** Else popular items, which every large batch has, would count more often than they are drawn. */
    @Test
    void aLargeBatchsOwnItemsAreThoseOfItsFirstEdgesAlone() {
        Batch batch = new Batch(40, ITEMS, 6_000, 0, 0, 2);
        SoftmaxNegatives negatives = SoftmaxNegatives.of(graph, config, new SplittableRandom(1));
        negatives.draw(batch.items());
        new EdgeOrder(graph, new SplittableRandom(2)).next(batch);
        negatives.close(batch);

        Map<Integer, Double> expected = new HashMap<>();
        for (int edge = 0; expected.size() < 2_048 || expected.containsKey(batch.itemSlot(edge)); edge++) {
            expected.merge(batch.itemSlot(edge), (double) batch.weight(edge), Double::sum);
        }
        assertThat(batch.items().size()).isGreaterThan(3_000);
        assertThat(negatives.size()).isEqualTo(2_048);
        expected.forEach(
                (slot, copies) -> assertThat(ReferenceLoss.copies(negatives, slot)).isCloseTo(copies, within(1e-4)));
    }

    @Test
    void theMostThereMayBeIsKnownBefore() {
        assertThat(SoftmaxNegatives.most(config, graph.edgeCount(), ITEMS)).isEqualTo(2_048);
        assertThat(SoftmaxNegatives.most(config, graph.edgeCount(), 100)).isEqualTo(100);
        assertThat(SoftmaxNegatives.most(Steps.config(Map.of()), 1_000, ITEMS)).isEqualTo(512);
        assertThat(SoftmaxNegatives.most(Steps.config(Map.of("negativePopularity", 0.5)), 1_000_000, ITEMS))
                .isEqualTo(512);
    }
}
