package org.gnnrec.training;

import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.model.ItemScale;
import org.gnnrec.model.StepKeys;

/**
 * Finds the {@link ItemScale} that ranks best, one step from each measurement to the next, which costs a second
 * evaluation. It goes on in one direction as long as the neighbor there is better, then tries the next direction.
 * Better means a gain of more than two standard errors of the measurement and of five percent. A given exponent does
 * not move.
 */
final class ScaleSearch {
    private static final int NORM_STEP = 30;
    private static final int DEGREE_STEP = 10;
    private static final double HUNDREDTHS = 100;
    private static final int MOST_NORM = 200;
    private static final int MOST_DEGREE = 30;
    private static final int STANDARD_ERRORS = 2;
    /** With many users any gain is significant, but later requests are not the held-out items. */
    private static final double LEAST_GAIN = 1.05;
    private static final int[][] DIRECTIONS = { { -NORM_STEP, 0 }, { 0, DEGREE_STEP }, { NORM_STEP, 0 },
            { 0, -DEGREE_STEP } };

    /** Evaluates the model with a scale. */
    interface Measure {
        Evaluation with(ItemScale scale);
    }

    private final Double givenNorm;
    private final Double givenDegree;
    private int norm;
    private int degree;
    private int direction;

    /** Starts at the scale of the configuration, and where it is open at the model's first scale. */
    ScaleSearch(StepConfig config) {
        ItemScale first = config.spec().firstScale();
        this.norm = (int) Math.round(HUNDREDTHS * first.norm());
        this.degree = (int) Math.round(HUNDREDTHS * first.degree());
        this.givenNorm = config.get(StepKeys.NORM_EXPONENT);
        this.givenDegree = config.get(StepKeys.DEGREE_EXPONENT);
    }

    /** The scale of the last result. */
    ItemScale scale() {
        return at(norm, degree);
    }

    private ItemScale at(int norm, int degree) {
        return new ItemScale(givenNorm != null ? givenNorm : norm / HUNDREDTHS,
                givenDegree != null ? givenDegree : degree / HUNDREDTHS);
    }

    /** The evaluation with the scale so far, or with a better one next to it, which then becomes the scale. */
    Evaluation better(Measure measure) {
        Evaluation here = measure.with(scale());
        int nextNorm = Math.clamp(norm + DIRECTIONS[direction][0], 0, MOST_NORM);
        int nextDegree = Math.clamp(degree + DIRECTIONS[direction][1], 0, MOST_DEGREE);
        ItemScale next = at(nextNorm, nextDegree);
        Evaluation there = next.equals(scale()) ? here : measure.with(next);
        if (there.meanNdcg() > clearlyAbove(here)) {
            norm = nextNorm;
            degree = nextDegree;
            return there;
        }
        direction = (direction + 1) % DIRECTIONS.length;
        return here;
    }

    private static double clearlyAbove(Evaluation here) {
        return Math.max(here.meanNdcg() + STANDARD_ERRORS * here.ndcgStandardError(), LEAST_GAIN * here.meanNdcg());
    }
}
