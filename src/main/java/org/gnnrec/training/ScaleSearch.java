package org.gnnrec.training;

import org.gnnrec.evaluation.Evaluation;
import org.gnnrec.model.encoder.ItemScale;

/**
 * Finds the {@link ItemScale} that ranks best, a step from each measurement to the next, at the price of a second
 * evaluation: as long as the neighbor in one direction is better, that way, then the next direction. Better is what gains
 * more than two standard errors of the measurement, and five percent: below that it stays where it is. An exponent that is given does not
 * move.
 */
final class ScaleSearch {
    private static final int FIRST_NORM = 50;
    private static final int FIRST_DEGREE = 10;
    /** Where lengths do not count: lists are then about as popular as where they do. */
    private static final int FIRST_DEGREE_ALONE = 20;
    /** Where in addition users are means of their items: lists are more popular by that alone. */
    private static final int FIRST_DEGREE_WITHOUT_USERS = 15;
    private static final int NORM_STEP = 30;
    private static final int DEGREE_STEP = 10;
    private static final double HUNDREDTHS = 100;
    private static final int MOST_NORM = 200;
    private static final int MOST_DEGREE = 30;
    private static final int STANDARD_ERRORS = 2;
    /** With users enough any gain is significant, but what is held out is not what is asked for later. */
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

    /**
     * Starts where no data tried is far from its best, unless the configuration says where: what layers with weights make
     * of a length under a loss that sees cosines says nothing.
     */
    ScaleSearch(TrainingConfig config) {
        this.norm = config.encoder().hasWeights() ? 0 : FIRST_NORM;
        this.degree = firstDegree(config.encoder());
        this.givenNorm = config.normExponent();
        this.givenDegree = config.degreeExponent();
    }

    private static int firstDegree(EncoderConfig encoder) {
        if (!encoder.hasWeights()) {
            return FIRST_DEGREE;
        }
        return encoder.modelType().learnsUsers() ? FIRST_DEGREE_ALONE : FIRST_DEGREE_WITHOUT_USERS;
    }

    /** The scale of the last result. */
    ItemScale scale() {
        return at(norm, degree);
    }

    private ItemScale at(int norm, int degree) {
        return new ItemScale(givenNorm != null ? givenNorm : norm / HUNDREDTHS,
                givenDegree != null ? givenDegree : degree / HUNDREDTHS);
    }

    /** The evaluation with the scale so far, or that with one next to it where it is better and so the one from here on. */
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
