package org.gnnrec.feature;

import java.util.Collections;
import java.util.List;

/**
 * The place of a number between the quantiles of the training. Each quantile has a column, which is 1 at the quantile
 * itself and falls to 0 at the next one on either side. So a linear layer learns any function that is linear between
 * the quantiles; a single column would only tell it that newer is better. Numbers beyond the ends count as the ends.
 * These are the linear splines of Gorishniy, Rubachev and Babenko, "On Embeddings for Numerical Features in Tabular
 * Deep Learning", NeurIPS 2022, section 3.2.1, in the basis of hat functions. Two of these are not 0; the paper's basis
 * has as many ones as quantiles are below the number.
 *
 * @param knots the quantiles, ascending and distinct
 */
record Quantiles(List<Double> knots) {
    Quantiles {
        knots = List.copyOf(knots);
    }

    static Quantiles of(SchemaMap map) {
        List<Double> knots = map.list("quantiles", Number.class).stream().map(Number::doubleValue).toList();
        boolean ascend = knots.stream().allMatch(Scaling::isUsable);
        for (int n = 1; n < knots.size(); n++) {
            ascend &= knots.get(n - 1) < knots.get(n);
        }
        if (!ascend) {
            throw map.refused("quantiles", knots, "ascending numbers between -1e100 and 1e100");
        }
        return new Quantiles(knots);
    }

    /** A single quantile needs no column: a function of one point is known already. */
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
