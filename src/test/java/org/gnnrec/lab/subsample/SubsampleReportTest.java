package org.gnnrec.lab.subsample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubsampleReportTest {
    private static final List<SampleScores> SAMPLES = List.of(scores(0, 0.4, 0.2), scores(1, 0.3, 0.5),
            scores(2, 0.1, 0.1), scores(3, 0, 0));
    private final SubsampleReport report = SubsampleReport.of("shop", 0.6, 1, SAMPLES);

    private static SampleScores scores(int number, double one, double other) {
        return new SampleScores("users", number, 100, Map.of("one", one, "other", other), Map.of("one", 1.0));
    }

    @Test
    void regretIsThePartOfTheBestScoreThatIsLacking() {
        assertThat(report.standings().get("one").meanRegret()).isCloseTo(0.1, within(1e-9));
        assertThat(report.standings().get("one").largestRegret()).isCloseTo(0.4, within(1e-9));
        assertThat(report.standings().get("other").meanRegret()).isCloseTo(0.125, within(1e-9));
        assertThat(report.standings().get("other").largestRegret()).isCloseTo(0.5, within(1e-9));
    }

    /** Equal scores are both the best. */
    @Test
    void theBestOfASampleIsCounted() {
        assertThat(report.standings().get("one").timesBest()).isEqualTo(3);
        assertThat(report.standings().get("other").timesBest()).isEqualTo(3);
        assertThat(report.summary()).contains("4 samples of 60 % of shop").contains("one", "other");
    }
}
