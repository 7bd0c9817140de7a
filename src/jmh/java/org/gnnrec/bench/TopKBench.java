package org.gnnrec.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gnnrec.linalg.TopK;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The best k of 40,000 random scores. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class TopKBench {
    private static final int N = 40_000;

    @Param({ "10", "20", "100" })
    private int k;

    private final float[] scores = new float[N];
    private int[] indices;
    private float[] best;
    private TopK top;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < N; i++) {
            scores[i] = (float) random.nextDouble();
        }
        top = new TopK(k);
        indices = new int[k];
        best = new float[k];
    }

    @Benchmark
    public int[] topK() {
        top.offerAll(0, scores, 0, N);
        top.drainTo(indices, best);
        return indices;
    }
}
