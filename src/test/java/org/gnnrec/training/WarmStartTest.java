package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gnnrec.graph.BipartiteGraph;
import org.gnnrec.graph.NormalizedAdjacency;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.model.Embeddings;
import org.gnnrec.model.Parameters;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class WarmStartTest {
    /** User 0 and item 0 are new; user 1 was row 1 and item 1 row 0. */
    private static final NormalizedAdjacency ADJACENCY = NormalizedAdjacency
            .of(BipartiteGraph.of(Graphs.parse(3, 2, "0:0,1; 1:1")));
    private static final WarmStart START = new WarmStart(new int[]{ -1, 1, -1 }, new int[]{ -1, 0 },
            new Parameters(new Embeddings(new DenseMatrix(2, 1, new float[]{ 7, 3 }),
                    new DenseMatrix(1, 1, new float[]{ 4 })), List.of()));

    @Test
    void nodesThatWereThereKeepTheirRows() {
        Embeddings base = apply(0);
        assertThat(base.users().data()[1]).isEqualTo(3);
        assertThat(base.items().data()[1]).isEqualTo(4);
    }

    @Test
    void newNodesStartWithWhatTheirNeighborsSend() {
        Embeddings base = apply(0);
        assertThat(base.users().data()[0]).isEqualTo(4 / 2f);
        assertThat(base.items().data()[0]).isEqualTo((float) (2 / Math.sqrt(2)));
    }

    @Test
    void evenedOutNewNodesAreAsLongAsTheOthers() {
        Embeddings base = apply(0, true);
        assertThat(base.users().data()[0]).isEqualTo(3);
        assertThat(base.users().data()[1]).isEqualTo(3);
        assertThat(base.items().data()[0]).isEqualTo(4);
    }

    @Test
    void newNodesWithoutNeighborsKeepTheirRandomRow() {
        assertThat(apply(0.5f).users().data()[2]).isEqualTo(0.5f);
    }

    @Test
    void nodesWithoutAnEdgeHadLearnedNothing() {
        Parameters learned = new Parameters(Embeddings.zeros(3, 3, 1), List.of());
        WarmStart start = WarmStart.of(Graphs.parse(3, 3, "0:0; 2:0,2"), new int[]{ 2, 1, -1, 0 },
                new int[]{ 0, 1, 2, -1 }, learned);
        assertThat(start.users()).containsExactly(2, -1, -1, 0);
        assertThat(start.items()).containsExactly(0, -1, 2, -1);
        assertThat(WarmStart.ofSameNodes(Graphs.parse(2, 2, "1:0"), learned).users()).containsExactly(-1, 1);
    }

    private static Embeddings apply(float random) {
        return apply(random, false);
    }

    private static Embeddings apply(float random, boolean evenOut) {
        Embeddings base = new Embeddings(new DenseMatrix(3, 1, new float[]{ random, random, random }),
                new DenseMatrix(2, 1, new float[]{ random, random }));
        START.apply(base, ADJACENCY, evenOut);
        return base;
    }
}
