package org.gnnrec.lab.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Draws one of some values, each as often as its weight says; O(log n) a draw. */
final class WeightedChoice {
    private final int[] values;
    private final double[] cumulative;

    WeightedChoice(int[] values, IntToDoubleFunction weight) {
        this.values = values;
        this.cumulative = Arrays.stream(values).mapToDouble(weight).toArray();
        Arrays.parallelPrefix(cumulative, Double::sum);
    }

    boolean isEmpty() {
        return values.length == 0;
    }

    int draw(SplittableRandom random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int place = Arrays.binarySearch(cumulative, at);
        return values[Math.min(place < 0 ? -place - 1 : place + 1, values.length - 1)];
    }
}
