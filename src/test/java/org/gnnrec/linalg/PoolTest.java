package org.gnnrec.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTest {
    private final List<int[]> made = new ArrayList<>();
    private final Pool<int[]> pool = new Pool<>(() -> {
        made.add(new int[1]);
        return made.getLast();
    });

    @Test
    void anObjectIsLentAgainButNeverTwiceAtOnce() {
        pool.lend(first -> pool.lend(second -> assertThat(second).isNotSameAs(first)));
        pool.lend(third -> assertThat(made).contains(third));
        assertThat(made).hasSize(2);
    }

    @Test
    void anObjectWhoseWorkThrowsIsNotLentAgain() {
        assertThatThrownBy(() -> pool.lend(dirty -> {
            throw new IllegalStateException("ended");
        })).hasMessage("ended");
        pool.lend(clean -> assertThat(clean).isNotSameAs(made.getFirst()));
    }
}
