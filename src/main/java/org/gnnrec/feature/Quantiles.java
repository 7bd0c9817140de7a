package org.gnnrec.feature;

import java.util.Collections;
import java.util.List;

/**
 * Where a number lies between the quantiles of those of the training, one column for each quantile: 1 at the quantile
 * itself, falling to 0 at the next on either side, so that a linear layer learns any function that is linear between
 * them. A lone line would tell it only that newer is better. Numbers beyond the ends count as the ends. The linear splines of
 * Gorishniy, Rubachev and Babenko, "On Embeddings for Numerical Features in Tabular Deep Learning", NeurIPS 2022, section
 * 3.2.1, in the basis of hat functions, of which two are not 0: theirs has as many ones as quantiles lie below.
 *
 * @param knots the quantiles, ascending and distinct
 */
record Quantiles(List<Double> knots) {
    Quantiles {
        knots = List.copyOf(knots);
    }

    /** A function of a single point is known already. */
    int width() {
        return knots.size() < 2 ? 0 : knots.size();
    }

    void encode(double number, int firstColumn, FeatureMatrixBuilder row) {
        if (width() > 0) {
            double inside = Math.clamp(number, knots.getFirst(), knots.getLast());
            int below = Math.min(lastNotAbove(inside), width() - 2);
            double start = knots.get(below);
            float share = (float) ((inside - start) / (knots.get(below + 1) - start));
            row.put(firstColumn + below, 1 - share);
            row.put(firstColumn + below + 1, share);
        }
    }

    private int lastNotAbove(double number) {
        int place = Collections.binarySearch(knots, number);
        return place < 0 ? -place - 2 : place;
    }
}
