package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class BprLossTest {
    @Test
    void theAbsentItemsAreCountedThroughInOrder() {
        CsrGraph graph = Graphs.parse(3, 8, "0:0,1,5; 1:7; 2:2,3");
        for (int user = 0; user < 3; user++) {
            int row = user;
            int[] expected = IntStream.range(0, 8).filter(item -> !graph.contains(row, item)).toArray();
            int[] found = IntStream.range(0, expected.length).map(n -> BprLoss.absentItem(graph, row, n)).toArray();
            assertThat(found).containsExactly(expected);
        }
    }

    @Test
    void softplusAndSigmoidNeverOverflow() {
        assertThat(BprLoss.softplus(1000)).isEqualTo(1000);
        assertThat(BprLoss.softplus(-1000)).isZero();
        assertThat(BprLoss.softplus(0)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(BprLoss.sigmoid(1000)).isEqualTo(1);
        assertThat(BprLoss.sigmoid(-1000)).isZero();
        assertThat(BprLoss.sigmoid(0.3) + BprLoss.sigmoid(-0.3)).isCloseTo(1, within(1e-12));
    }
}
