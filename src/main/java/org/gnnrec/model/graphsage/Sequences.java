package org.gnnrec.model.graphsage;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Pass;

/**
 * The neighbors of each target in a random order, at most 128 of them, as in the paper. The longest sequence comes
 * first, so the sequences that go on at a step are the first. In inference the order follows from the number of
 * neighbors alone, so a node always gets the same embedding.
 */
final class Sequences {
    static final int LONGEST = 128;

    private final Block block;
    private final int[] targets;
    private final int[][] sources;

    Sequences(Block block, Pass pass) {
        this.block = block;
        this.targets = IntStream.range(0, block.size()).boxed().sorted(Comparator.comparingInt(t -> -length(t)))
                .mapToInt(Integer::intValue).toArray();
        this.sources = new int[block.size()][];
        for (int row = 0; row < targets.length; row++) {
            int degree = block.degree(targets[row]);
            sources[row] = draw(targets[row], pass.isTraining() ? pass.random() : new SplittableRandom(degree));
        }
    }

    private int length(int target) {
        return Math.min(LONGEST, block.degree(target));
    }

    /** The first steps of a shuffle of Fisher and Yates. */
    private int[] draw(int target, SplittableRandom random) {
        int from = block.offsets()[target];
        int[] all = IntStream.range(from, block.offsets()[target + 1]).map(e -> block.columns()[e]).toArray();
        int[] drawn = new int[length(target)];
        for (int n = 0; n < drawn.length; n++) {
            int other = n + random.nextInt(all.length - n);
            drawn[n] = all[other];
            all[other] = all[n];
        }
        return drawn;
    }

    /** The number of steps of the longest. */
    int steps() {
        return sources.length == 0 ? 0 : sources[0].length;
    }

    /** The number of sequences that go on at this step. */
    int active(int step) {
        int rows = 0;
        while (rows < sources.length && sources[rows].length > step) {
            rows++;
        }
        return rows;
    }

    /** The target of a row. */
    int target(int row) {
        return targets[row];
    }

    /** The source that comes at this step. */
    int source(int row, int step) {
        return sources[row][step];
    }

    /** True if nothing comes after this step. */
    boolean endsAt(int row, int step) {
        return sources[row].length == step + 1;
    }
}
