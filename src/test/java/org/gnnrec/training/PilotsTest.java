package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PilotsTest {
    @Test
    void theBestOfEachStageWins() {
        Pilots pilots = new Pilots((config, steps) -> (config.layers() == 2 ? 0.2 : 0.1)
                + (config.negativePopularity() == 0.5 ? 0.05 : 0) + (config.temperature() == 0.2 ? 0.01 : 0), 10, true);
        TrainingConfig chosen = pilots.choose(TrainingConfig.defaults());
        assertThat(chosen.layers()).isEqualTo(2);
        assertThat(chosen.negativePopularity()).isEqualTo(0.5);
        assertThat(chosen.temperature()).isEqualTo(0.2);
        assertThat(pilots.rows()).hasSize(Pilots.count(TrainingConfig.defaults()))
                .allSatisfy(row -> assertThat(row).containsOnlyKeys("layers", "rowNormalization", "temperature",
                        "negativePopularity",
                        "steps", "ndcgAt20"));
    }

    @Test
    void moreHopsMustWinByAMargin() {
        assertThat(layersAt(0.107, 200)).isEqualTo(1);
        assertThat(layersAt(0.109, 200)).isEqualTo(2);
    }

    @Test
    void whereTwoEpochsAreFewStepsTheMarginIsSmall() {
        assertThat(layersAt(0.1005, 75)).isEqualTo(1);
        assertThat(layersAt(0.102, 75)).isEqualTo(2);
        assertThat(layersAt(0.102, 76)).isEqualTo(1);
    }

    private static int layersAt(double ndcgOfTwo, int stepsPerEpoch) {
        Pilots pilots = new Pilots((config, steps) -> config.layers() == 2 ? ndcgOfTwo : 0.1, stepsPerEpoch,
                stepsPerEpoch <= 75);
        return pilots.choose(TrainingConfig.defaults()).layers();
    }

    @Test
    void tiesGoToTheFirst() {
        Pilots pilots = new Pilots((config, steps) -> 0, 10, true);
        TrainingConfig chosen = pilots.choose(TrainingConfig.defaults());
        assertThat(List.of(chosen.layers(), chosen.negativePopularity(), chosen.temperature()))
                .isEqualTo(List.of(1, 1.0, 0.15));
    }

    @Test
    void temperaturesAndHopsAreComparedOverTwoEpochsWithinBounds() {
        for (int[] lengths : new int[][]{ { 1, 150 }, { 200, 400 }, { 5000, 500 } }) {
            Pilots pilots = new Pilots((config, steps) -> 0, lengths[0], false);
            pilots.choose(TrainingConfig.defaults());
            assertThat(pilots.rows().subList(0, 4)).allSatisfy(row -> assertThat(row).containsEntry("steps", 150L));
            assertThat(pilots.rows().subList(4, 8))
                    .allSatisfy(row -> assertThat(row).containsEntry("steps", (long) lengths[1]));
        }
    }

    @Test
    void whatIsGivenIsNeverTried() {
        Pilots pilots = new Pilots((config, steps) -> {
            assertThat(config.layers()).isEqualTo(3);
            assertThat(config.temperature()).isEqualTo(0.7);
            return 0.1;
        }, 10, true);
        TrainingConfig chosen = pilots.choose(TrainingConfig.of(Map.of("layers", 3, "temperature", 0.7)));
        assertThat(chosen.layers()).isEqualTo(3);
        assertThat(pilots.rows()).hasSize(4);
    }

    @Test
    void nothingIsTriedWhereNothingIsOpenOrTheLossIsBpr() {
        Pilots pilots = new Pilots((config, steps) -> {
            throw new AssertionError("no pilot was due");
        }, 10, true);
        TrainingConfig full = TrainingConfig.of(Map.of("layers", 1, "temperature", 0.1, "negativePopularity", 0,
                "rowNormalization", false));
        assertThat(pilots.choose(full)).isEqualTo(full);
        assertThat(pilots.choose(TrainingConfig.of(Map.of("loss", "bpr"))).layers()).isEqualTo(3);
        assertThat(pilots.rows()).isEmpty();
    }
}
