package org.gnnrec.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gnnrec.linalg.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The hot kernels on one thread, in the shapes of training: a tile of the in-batch loss (64 x 2048) and one sparse
 * product of 810,000 edges over 40,000 rows. The subclasses choose the kernels. Floating point operations of a call: 2 x
 * 64 x 2048 x d for the three products, 2 x 810,000 x d for the sparse one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class KernelsBench {
    private static final int M = 64;
    private static final int N = 2048;
    private static final int ROWS = 40_000;
    private static final int EDGES_OF_A_ROW = 27;
    private static final int EDGES = 30_000 * EDGES_OF_A_ROW;

    @Param({ "32", "64", "128", "200" })
    private int d;

    private final Kernels kernels = Kernels.get();
    private float[] a;
    private float[] b;
    private float[] tile;
    private float[] sums;
    private float[] logits;
    private int[] columns;
    private float[] weights;
    private float[] rows;
    private float[] out;

    abstract String expectedKernels();

    @Setup(Level.Trial)
    public void setUp() {
        if (!kernels.name().equals(expectedKernels())) {
            throw new IllegalStateException("expected kernels " + expectedKernels() + " but got " + kernels.name());
        }
        SplittableRandom random = new SplittableRandom(1);
        a = floats(M * d, random);
        b = floats(N * d, random);
        tile = floats(M * N, random);
        sums = new float[N * d];
        logits = floats(N, random);
        rows = floats(ROWS * d, random);
        columns = random.ints(EDGES, 0, ROWS).toArray();
        weights = floats(EDGES, random);
        out = new float[EDGES / EDGES_OF_A_ROW * d];
    }

    @Benchmark
    public float[] multiplyTransposed() {
        kernels.multiplyTransposed(a, 0, M, b, 0, N, d, tile, 0, N);
        return tile;
    }

    @Benchmark
    public float[] multiplyAdd() {
        kernels.multiplyAdd(tile, 0, N, M, N, b, 0, d, sums, 0);
        return sums;
    }

    @Benchmark
    public float[] transposedMultiplyAdd() {
        kernels.transposedMultiplyAdd(tile, 0, N, M, N, a, 0, d, sums, 0);
        return sums;
    }

    @Benchmark
    public float[] spmm() {
        for (int row = 0; row < EDGES / EDGES_OF_A_ROW; row++) {
            int from = row * EDGES_OF_A_ROW;
            kernels.gather(columns, weights, from, from + EDGES_OF_A_ROW, rows, d, out, row * d);
        }
        return out;
    }

    @Benchmark
    public float expSum() {
        System.arraycopy(logits, 0, tile, 0, N);
        return kernels.expSum(tile, 0, N, 1f);
    }

    private static float[] floats(int n, SplittableRandom random) {
        float[] floats = new float[n];
        for (int i = 0; i < n; i++) {
            floats[i] = (float) (random.nextDouble() - 0.5);
        }
        return floats;
    }
}
