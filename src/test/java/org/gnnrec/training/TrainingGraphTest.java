package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.testing.Graphs;
import org.junit.jupiter.api.Test;

class TrainingGraphTest {
    @Test
    void whatIsFoundOnceIsSharedByAllFits() {
        TrainingGraph graph = Steps.graph(Graphs.parse(3, 4, "0:0,1; 1:1,2; 2:2,3"));
        Object first = graph.once(List.of("walks", 1), Object::new);
        assertThat(graph.once(List.of("walks", 1), Object::new)).isSameAs(first);
        assertThat(graph.once(List.of("walks", 2), Object::new)).isNotSameAs(first);
    }
}
