package org.gnnrec.training;

import org.gnnrec.evaluation.Evaluation;

/**
 * Finds the {@link ItemScale} that ranks best, a step from each measurement to the next, at the price of a second
 * evaluation: as long as the neighbor in one direction is better, that way, then the next direction. An exponent that
 * is given does not move.
 */
final class ScaleSearch {
    private static final int NORM_STEP = 10;
    private static final int DEGREE_STEP = 3;
    private static final double HUNDREDTHS = 100;
    private static final int MOST_NORM = 200;
    private static final int MOST_DEGREE = 30;
    private static final int[][] DIRECTIONS = { { -NORM_STEP, 0 }, { 0, DEGREE_STEP }, { NORM_STEP, 0 },
            { 0, -DEGREE_STEP } };

    /** Evaluates the model with a scale. */
    interface Measure {
        Evaluation with(ItemScale scale);
    }

    private final Double givenNorm;
    private final Double givenDegree;
    private int norm = 20;
    private int degree = 13;
    private int direction;

    /** Starts where most data has its best, unless the configuration says where. */
    ScaleSearch(TrainingConfig config) {
        this.givenNorm = config.normExponent();
        this.givenDegree = config.degreeExponent();
    }

    /** The scale of the last result. */
    ItemScale scale() {
        return at(norm, degree);
    }

    private ItemScale at(int norm, int degree) {
        return new ItemScale(givenNorm != null ? givenNorm : norm / HUNDREDTHS,
                givenDegree != null ? givenDegree : degree / HUNDREDTHS);
    }

    /** The better of the evaluations with the scale so far and with one next to it, which is then the one so far. */
    Evaluation better(Measure measure) {
        Evaluation here = measure.with(scale());
        int nextNorm = Math.clamp(norm + DIRECTIONS[direction][0], 0, MOST_NORM);
        int nextDegree = Math.clamp(degree + DIRECTIONS[direction][1], 0, MOST_DEGREE);
        ItemScale next = at(nextNorm, nextDegree);
        Evaluation there = next.equals(scale()) ? here : measure.with(next);
        if (there.meanNdcg() > here.meanNdcg()) {
            norm = nextNorm;
            degree = nextDegree;
            return there;
        }
        direction = (direction + 1) % DIRECTIONS.length;
        return here;
    }
}
