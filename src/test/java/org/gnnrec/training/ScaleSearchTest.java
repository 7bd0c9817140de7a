package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gnnrec.evaluation.Evaluation;
import org.junit.jupiter.api.Test;

class ScaleSearchTest {
    @Test
    void climbsToTheBestScaleAndStays() {
        ScaleSearch search = search(Map.of());
        for (int i = 0; i < 20; i++) {
            search.better(scale -> evaluation(distance(scale, 0.42, 0.11)));
        }
        assertThat(search.scale()).isEqualTo(new ItemScale(0.4, 0.1));
    }

    @Test
    void theResultIsTheBetterOfTheTwo() {
        ScaleSearch search = search(Map.of());
        assertThat(search.better(scale -> evaluation(distance(scale, 0.1, 0.13))).meanNdcg()).isEqualTo(1);
        assertThat(search.better(scale -> evaluation(distance(scale, 0.1, 0.13))).meanNdcg()).isEqualTo(1);
        assertThat(search.scale()).isEqualTo(new ItemScale(0.1, 0.13));
    }

    @Test
    void neverLeavesTheRanges() {
        for (int sign : new int[]{ -1, 1 }) {
            ScaleSearch search = search(Map.of());
            for (int i = 0; i < 80; i++) {
                search.better(scale -> evaluation(10 + sign * (scale.norm() + scale.degree())));
            }
            assertThat(search.scale()).isEqualTo(sign < 0 ? new ItemScale(0, 0) : new ItemScale(2, 0.3));
        }
    }

    @Test
    void whatIsGivenDoesNotMove() {
        ScaleSearch search = search(Map.of("normExponent", 0.35));
        for (int i = 0; i < 20; i++) {
            search.better(scale -> evaluation(distance(scale, 1.5, 0.15)));
        }
        assertThat(search.scale()).isEqualTo(new ItemScale(0.35, 0.16));
        assertThat(search(Map.of("normExponent", 1, "degreeExponent", 0)).scale()).isEqualTo(ItemScale.NONE);
    }

    private static ScaleSearch search(Map<String, Object> config) {
        return new ScaleSearch(TrainingConfig.of(config));
    }

    private static double distance(ItemScale scale, double norm, double degree) {
        return 1 - Math.abs(scale.norm() - norm) - Math.abs(scale.degree() - degree);
    }

    private static Evaluation evaluation(double ndcg) {
        return new Evaluation(20, new int[]{ 0 }, new double[]{ 0 }, new double[]{ ndcg });
    }
}
