package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    @Test
    void stopsAfterAsManyMeasurementsWithoutABetterOneAsItHasPatience() {
        EarlyStopping stopping = new EarlyStopping(2);
        assertThat(stopping.improves(1, 0.1)).isTrue();
        assertThat(stopping.improves(2, 0.1)).isFalse();
        assertThat(stopping.improves(3, 0.3)).isTrue();
        assertThat(stopping.improves(4, 0.2)).isFalse();
        assertThat(stopping.shouldStop()).isFalse();
        assertThat(stopping.improves(5, 0.3)).isFalse();
        assertThat(stopping.shouldStop()).isTrue();
        assertThat(stopping.bestEpoch()).isEqualTo(3);
    }

    @Test
    void aGainBelowHalfAPercentIsTheBestButNoReasonToGoOn() {
        EarlyStopping stopping = new EarlyStopping(2);
        stopping.improves(1, 0.2);
        assertThat(stopping.improves(2, 0.2009)).isTrue();
        assertThat(stopping.improves(3, 0.2011)).isTrue();
        assertThat(stopping.shouldStop()).isFalse();
        stopping.improves(4, 0.2013);
        assertThat(stopping.improves(5, 0.2014)).isTrue();
        assertThat(stopping.shouldStop()).isTrue();
        assertThat(stopping.bestEpoch()).isEqualTo(5);
    }

    @Test
    void anUndefinedScoreIsNeverTheBest() {
        EarlyStopping stopping = new EarlyStopping(3);
        assertThat(stopping.improves(1, Double.NaN)).isFalse();
        assertThat(stopping.improves(2, 0)).isTrue();
    }
}
