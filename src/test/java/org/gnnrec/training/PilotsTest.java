package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PilotsTest {
    @Test
    void theBestOfEachStageWins() {
        Set<Integer> steps = new HashSet<>();
        Pilots pilots = new Pilots((config, count) -> {
            steps.add(count);
            return (config.layers() == 2 ? 0.2 : 0.1) + (config.negativePopularity() == 0.5 ? 0.05 : 0)
                    + (config.temperature() == 0.2 ? 0.01 : 0);
        });
        TrainingConfig chosen = pilots.choose(TrainingConfig.defaults());
        assertThat(chosen.layers()).isEqualTo(2);
        assertThat(chosen.negativePopularity()).isEqualTo(0.5);
        assertThat(chosen.temperature()).isEqualTo(0.2);
        assertThat(steps).hasSize(1);
        assertThat(pilots.rows()).allSatisfy(row -> assertThat(row).containsOnlyKeys("layers", "temperature",
                "negativePopularity", "ndcgAt20"));
    }

    @Test
    void whatIsGivenIsNeverTried() {
        Pilots pilots = new Pilots((config, steps) -> {
            assertThat(config.layers()).isEqualTo(3);
            assertThat(config.temperature()).isEqualTo(0.7);
            return 0.1;
        });
        TrainingConfig chosen = pilots.choose(TrainingConfig.of(Map.of("layers", 3, "temperature", 0.7)));
        assertThat(chosen.layers()).isEqualTo(3);
        assertThat(pilots.rows()).isNotEmpty();
    }

    @Test
    void nothingIsTriedWhereNothingIsOpenOrTheLossIsBpr() {
        Pilots pilots = new Pilots((config, steps) -> {
            throw new AssertionError("no pilot was due");
        });
        TrainingConfig full = TrainingConfig.of(Map.of("layers", 1, "temperature", 0.1, "negativePopularity", 0));
        assertThat(pilots.choose(full)).isEqualTo(full);
        assertThat(pilots.choose(TrainingConfig.of(Map.of("loss", "bpr"))).layers()).isEqualTo(3);
        assertThat(pilots.rows()).isEmpty();
    }
}
