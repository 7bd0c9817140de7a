package org.gnnrec.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.gnnrec.graph.CsrGraph;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.ServedModels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedModelTest {
    private static final int USERS = 30;
    private static final int ITEMS = 20;

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aUsersOwnRowIsTrainedAndAnotherIsNot(boolean weighted) {
        ServedModel plain = ServedModels.random(ServedModels.info("default", 1), USERS, ITEMS, 2, 5);
        CsrGraph rows = weighted ? Graphs.weighted(plain.rows(), 8) : plain.rows();
        ServedModel model = ServedModels.with(rows, plain.dislikes(), plain);
        for (int user = 0; user < USERS; user++) {
            int item = user % ITEMS;
            CsrGraph row = rows.row(user);
            assertThat(model.isTrainedRow(user, row)).isTrue();
            assertThat(model.isTrainedRow(-1, row)).isFalse();
            CsrGraph changed = row.contains(0, item)
                    ? row.columns(other -> other != item)
                    : row.union(Graphs.parse(1, ITEMS, "0:" + item));
            assertThat(model.isTrainedRow(user, changed)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(floats = { 0.5f, 2 })
    void aRowOfOtherWeightsIsNotTrained(float factor) {
        ServedModel plain = ServedModels.random(ServedModels.info("default", 1), USERS, ITEMS, 2, 5);
        ServedModel model = ServedModels.with(Graphs.weighted(plain.rows(), 8), plain.dislikes(), plain);
        CsrGraph row = model.rows().row(0);
        float[] weights = row.weights().clone();
        weights[0] *= factor;
        CsrGraph heavier = CsrGraph.of(1, ITEMS, row.offsets(), row.neighbors(), weights);
        assertThat(model.isTrainedRow(0, heavier)).isFalse();
        assertThat(model.isTrainedRow(0, row.withoutWeights())).isFalse();
    }
}
