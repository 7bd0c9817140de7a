package org.gnnrec.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgesByRowTest {
    private final EdgesByRow edges = new EdgesByRow();
    private final RowSet members = new RowSet(10, 3);

    @Test
    void rowsHaveTheEdgesThatWereAddedToThem() {
        begin(2, 0, 2);
        edges.add(7, 2);
        edges.add(4, 5);
        edges.endRow();
        edges.endRow();
        edges.add(new int[]{ 1, 2, 3, 9 }, new float[]{ 10, 20, 30, 90 }, 1, 3);
        edges.endRow();
        assertThat(edges.rowCount()).isEqualTo(3);
        assertThat(edges.offsets()).startsWith(0, 2, 2, 4);
        assertThat(edges.columns()).startsWith(7, 4, 2, 3);
        assertThat(edges.weights()).startsWith(2, 5, 20, 30);
    }

    @Test
    void sharesOfARowAddUpToOneAndAnEmptyRowHasNone() {
        begin(2, 2, 2);
        edges.add(7, 5);
        edges.endRow();
        edges.endRowAsShares();
        edges.add(1, 1);
        edges.add(2, 3);
        edges.endRowAsShares();
        assertThat(edges.weights()).startsWith(5, 0.25f, 0.75f);
    }

    @Test
    void beginsAnewInTheSameRoomAndGrowsWhereItMust() {
        begin(4);
        edges.add(1, 1);
        edges.endRow();
        int[] before = edges.columns();
        begin(5);
        assertThat(edges.rowCount()).isZero();
        assertThat(edges.columns()).isSameAs(before);
        begin(2, 2, 2);
        assertThat(edges.columns()).hasSize(7);
        assertThat(edges.offsets()).hasSize(4);
    }

    /** Member n may get so many edges. */
    private void begin(int... most) {
        members.clear();
        for (int row = 0; row < most.length; row++) {
            members.add(row);
        }
        edges.begin(members, row -> most[row]);
    }
}
