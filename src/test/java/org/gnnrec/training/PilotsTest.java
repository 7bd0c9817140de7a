package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gnnrec.model.StepKeys;
import org.junit.jupiter.api.Test;

class PilotsTest {
    @Test
    void theBestOfEachStageWins() {
        Pilots pilots = pilots(config -> (layers(config) == 2 ? 0.2 : 0.1)
                + (config.get(StepKeys.NEGATIVE_POPULARITY) == 0.5 ? 0.05 : 0)
                + (config.get(StepKeys.TEMPERATURE) == 0.2 ? 0.01 : 0), 10, true);
        StepConfig chosen = pilots.choose(Steps.config(Map.of()));
        assertThat(layers(chosen)).isEqualTo(2);
        assertThat(chosen.get(StepKeys.NEGATIVE_POPULARITY)).isEqualTo(0.5);
        assertThat(chosen.get(StepKeys.TEMPERATURE)).isEqualTo(0.2);
        assertThat(pilots.rows()).hasSize(8)
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
        Pilots pilots = pilots(config -> layers(config) == 2 ? ndcgOfTwo : 0.1, stepsPerEpoch,
                stepsPerEpoch <= 75);
        return layers(pilots.choose(Steps.config(Map.of())));
    }

    @Test
    void tiesGoToTheFirst() {
        Pilots pilots = pilots(config -> 0, 10, true);
        StepConfig chosen = pilots.choose(Steps.config(Map.of()));
        assertThat(List.of(layers(chosen), chosen.get(StepKeys.NEGATIVE_POPULARITY), chosen.get(StepKeys.TEMPERATURE)))
                .isEqualTo(List.of(1, 1.0, 0.15));
    }

    @Test
    void temperaturesAndHopsAreComparedOverTwoEpochsWithinBounds() {
        for (int[] lengths : new int[][]{ { 1, 150 }, { 200, 400 }, { 5000, 500 } }) {
            Pilots pilots = pilots(config -> 0, lengths[0], false);
            pilots.choose(Steps.config(Map.of()));
            assertThat(pilots.rows().subList(0, 4)).allSatisfy(row -> assertThat(row).containsEntry("steps", 150L));
            assertThat(pilots.rows().subList(4, 8))
                    .allSatisfy(row -> assertThat(row).containsEntry("steps", (long) lengths[1]));
        }
    }

    @Test
    void whatIsGivenIsNeverTried() {
        Pilots pilots = pilots(config -> {
            assertThat(layers(config)).isEqualTo(3);
            assertThat(config.get(StepKeys.TEMPERATURE)).isEqualTo(0.7);
            return 0.1;
        }, 10, true);
        StepConfig chosen = pilots.choose(Steps.config(Map.of("layers", 3, "temperature", 0.7)));
        assertThat(layers(chosen)).isEqualTo(3);
        assertThat(pilots.rows()).hasSize(4);
    }

    @Test
    void nothingIsTriedWhereNothingIsOpenOrTheLossIsBpr() {
        Pilots pilots = pilots(config -> {
            throw new AssertionError("no pilot was due");
        }, 10, true);
        StepConfig full = Steps.config(Map.of("layers", 1, "temperature", 0.1, "negativePopularity", 0,
                "rowNormalization", false));
        assertThat(pilots.choose(full)).isEqualTo(full);
        assertThat(layers(pilots.choose(Steps.config(Map.of("loss", "bpr"))))).isEqualTo(3);
        assertThat(pilots.rows()).isEmpty();
    }

    private static Pilots pilots(ToDoubleFunction<StepConfig> ndcg, int stepsPerEpoch, boolean isSmall) {
        return new Pilots((config, steps) -> new Pilots.Result(0, ndcg.applyAsDouble(config)), stepsPerEpoch, isSmall,
                (phase, epoch, epochs, loss, value) -> {
                    assertThat(phase).isEqualTo(Phase.PILOT);
                    assertThat(epoch).isBetween(1, epochs);
                });
    }

    private static int layers(StepConfig config) {
        return (int) (long) config.values().toMap().get("layers");
    }
}
