package org.gnnrec.testing;

import java.util.SplittableRandom;
import org.gnnrec.model.layer.Block;

/** Small blocks for tests. */
public final class Blocks {
    private Blocks() {}

    /** Targets with 0, 1, 2, ... neighbors among so many sources, each at random; weights add up to one. */
    public static Block rising(int targets, int sources, SplittableRandom random) {
        int[] offsets = new int[targets + 1];
        for (int t = 0; t < targets; t++) {
            offsets[t + 1] = offsets[t] + t;
        }
        int[] columns = new int[offsets[targets]];
        float[] weights = new float[columns.length];
        for (int t = 0; t < targets; t++) {
            float sum = 0;
            for (int e = offsets[t]; e < offsets[t + 1]; e++) {
                columns[e] = random.nextInt(sources);
                weights[e] = (float) random.nextDouble(0.5, 2);
                sum += weights[e];
            }
            for (int e = offsets[t]; e < offsets[t + 1]; e++) {
                weights[e] /= sum;
            }
        }
        return new Block(targets, sources, offsets, columns, weights);
    }
}
