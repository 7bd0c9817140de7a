package org.gnnrec.linalg;

import java.util.SplittableRandom;

/** Selection sampling (Knuth, "The Art of Computer Programming" 2, 3.4.2, algorithm S). */
public final class Sample {
    private Sample() {}

    /** At most so many of the values, each subset equally likely, in the given order. O(n). */
    public static int[] of(int[] values, int most, SplittableRandom random) {
        int[] sample = new int[Math.min(most, values.length)];
        int size = 0;
        for (int place = 0; size < sample.length; place++) {
            if (random.nextInt(values.length - place) < sample.length - size) {
                sample[size++] = values[place];
            }
        }
        return sample;
    }
}
