package org.gnnrec.model.pinsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class ImportanceRowTest {
    private final CsrGraph userItems = Graphs.parse(4, 5, "0:0,1; 1:1,2,3; 2:4");

    @Test
    void aStepGoesToEachItemOfAUserAndToTheNewOne() {
        CsrGraph row = ImportanceRow.of(Graphs.parse(1, 4, "0:0,1"), userItems, 10);
        double all = 2.0 / 3 + 3.0 / 4;
        assertThat(row.neighbors()).containsExactly(0, 1, 2, 3);
        assertThat((double) row.weight(0)).isCloseTo(1 / 3.0 / all, within(1e-6));
        assertThat((double) row.weight(1)).isCloseTo((1 / 3.0 + 1 / 4.0) / all, within(1e-6));
        assertThat((double) row.weight(3)).isCloseTo(1 / 4.0 / all, within(1e-6));
    }

    @Test
    void theMostLikelyAreTakenAndOfEqualsTheFirst() {
        CsrGraph row = ImportanceRow.of(Graphs.parse(1, 4, "0:1,2"), userItems, 2);
        assertThat(row.neighbors()).containsExactly(1, 4);
        assertThat(row.rowWeight(0)).isCloseTo(1, within(1e-6));
    }

    @Test
    void withoutUsersOrWithUsersWithoutItemsThereIsNobody() {
        assertThat(ImportanceRow.of(Graphs.parse(1, 4, ""), userItems, 2).edgeCount()).isZero();
        assertThat(ImportanceRow.of(Graphs.parse(1, 4, "0:3"), userItems, 2).edgeCount()).isZero();
    }
}
