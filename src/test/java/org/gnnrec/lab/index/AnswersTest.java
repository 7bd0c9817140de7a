package org.gnnrec.lab.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final List<Object> ASKED = List.of("a", "b");

    @Test
    void recallIsTheMeanShareFound() {
        assertThat(answers(List.of(1, 2, 9), List.of(3)).recall(answers(List.of(1, 2), List.of(3, 4)))).isEqualTo(0.75);
        assertThat(answers(List.of(), List.of()).recall(answers(List.of(1), List.of(3)))).isZero();
    }

    @Test
    void anEmptyExactListDoesNotCount() {
        assertThat(answers(List.of(7), List.of(3)).recall(answers(List.of(), List.of(3)))).isEqualTo(1);
    }

    @Test
    void eachIdIsAskedOnceInOrder() {
        Answers answers = Answers.of(ASKED, List::of);
        assertThat(answers.lists()).containsExactly(List.of("a"), List.of("b"));
        assertThat(answers.millis()).hasSize(2);
    }

    private static Answers answers(List<Object> ofA, List<Object> ofB) {
        return new Answers(ASKED, List.of(ofA, ofB), new double[]{ 1, 1 });
    }
}
