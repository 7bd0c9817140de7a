package org.gnnrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.model.ItemScale;
import org.junit.jupiter.api.Test;

class ScaleSearchTest {
    @Test
    void climbsToTheBestScaleAndStays() {
        ScaleSearch search = search(Map.of());
        for (int i = 0; i < 20; i++) {
            search.better(scale -> evaluation(distance(scale, 0.22, 0.21)));
        }
        assertThat(search.scale()).isEqualTo(new ItemScale(0.2, 0.2));
    }

    @Test
    void theResultIsTheBetterOfTheTwo() {
        ScaleSearch search = search(Map.of());
        assertThat(search.better(scale -> evaluation(distance(scale, 0.2, 0.1))).meanNdcg()).isEqualTo(1);
        assertThat(search.better(scale -> evaluation(distance(scale, 0.2, 0.1))).meanNdcg()).isEqualTo(1);
        assertThat(search.scale()).isEqualTo(new ItemScale(0.2, 0.1));
    }

    @Test
    void aGainWithinTwoStandardErrorsIsNone() {
        double errors = 2 * evaluation(0.5).ndcgStandardError();
        for (double share : new double[]{ 0.9, 1.1 }) {
            ScaleSearch search = search(Map.of());
            search.better(scale -> evaluation(0.5 + (scale.norm() < 0.5 ? share * errors : 0)));
            assertThat(search.scale().norm()).isEqualTo(share < 1 ? 0.5 : 0.2);
        }
    }

    @Test
    void staysWhereLessThanFivePercentAreGained() {
        for (double gain : new double[]{ 1.04, 1.06 }) {
            ScaleSearch search = search(Map.of());
            search.better(scale -> sure(scale.norm() < 0.5 ? gain : 1));
            assertThat(search.scale().norm()).isEqualTo(gain < 1.05 ? 0.5 : 0.2);
        }
    }

    /** Without any spread between users. */
    private static Evaluation sure(double ndcg) {
        return new Evaluation(20, new int[2], new double[2], new double[]{ ndcg, ndcg });
    }

    @Test
    void lengthsOfLayersWithWeightsSayNothingAtFirst() {
        assertThat(search(Map.of("modelType", "gat")).scale()).isEqualTo(new ItemScale(0, 0.2));
        assertThat(search(Map.of("modelType", "pinsage")).scale()).isEqualTo(new ItemScale(0, 0.15));
    }

    @Test
    void neverLeavesTheRanges() {
        for (int sign : new int[]{ -1, 1 }) {
            ScaleSearch search = search(Map.of());
            for (int i = 0; i < 80; i++) {
                search.better(scale -> evaluation(Math.exp(sign * (scale.norm() + scale.degree()))));
            }
            assertThat(search.scale()).isEqualTo(sign < 0 ? new ItemScale(0, 0) : new ItemScale(2, 0.3));
        }
    }

    @Test
    void whatIsGivenDoesNotMove() {
        ScaleSearch search = search(Map.of("normExponent", 0.35));
        for (int i = 0; i < 20; i++) {
            search.better(scale -> evaluation(distance(scale, 1.5, 0.22)));
        }
        assertThat(search.scale()).isEqualTo(new ItemScale(0.35, 0.2));
        assertThat(search(Map.of("normExponent", 1, "degreeExponent", 0)).scale()).isEqualTo(ItemScale.NONE);
    }

    private static ScaleSearch search(Map<String, Object> config) {
        return new ScaleSearch(Steps.config(config));
    }

    private static double distance(ItemScale scale, double norm, double degree) {
        return 1 - Math.abs(scale.norm() - norm) - Math.abs(scale.degree() - degree);
    }

    private static Evaluation evaluation(double ndcg) {
        return new Evaluation(20, new int[]{ 0, 1 }, new double[2], new double[]{ ndcg - 0.02, ndcg + 0.02 });
    }
}
