package org.gnnrec.bench;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the machine has, to state the other benchmarks as shares of it: {@link #peak} in fused multiply-adds of one lane,
 * two floating point operations each, without any access to memory, and {@link #bandwidth} in the four bytes of a float that are read or
 * written by a triad over arrays that no cache holds. JMH's {@code -t 2} gives both cores.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public class MachineBench {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    /** Of the widest species there is; a narrower one goes round more often. */
    private static final int ADDS = 1 << 20;
    private static final int CHAINS = 10;
    private static final int FLOATS = 1 << 25;

    private final float[] a = new float[FLOATS];
    private final float[] b = new float[FLOATS];
    private final float[] c = new float[FLOATS];

    /** Ten chains that do not wait for one another: more than two units with a latency of four cycles need. */
    @Benchmark
    @OperationsPerInvocation(ADDS * CHAINS)
    public float peak() {
        FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x, s6 = x, s7 = x, s8 = x, s9 = x;
        for (int n = 0; n < ADDS; n += SPECIES.length()) {
            s0 = s0.fma(x, x);
            s1 = s1.fma(x, x);
            s2 = s2.fma(x, x);
            s3 = s3.fma(x, x);
            s4 = s4.fma(x, x);
            s5 = s5.fma(x, x);
            s6 = s6.fma(x, x);
            s7 = s7.fma(x, x);
            s8 = s8.fma(x, x);
            s9 = s9.fma(x, x);
        }
        return s0.add(s1).add(s2).add(s3).add(s4).add(s5).add(s6).add(s7).add(s8).add(s9).lane(0);
    }

    @Benchmark
    @OperationsPerInvocation(3 * FLOATS)
    public float[] bandwidth() {
        for (int n = 0; n < FLOATS; n++) {
            a[n] = b[n] + 3 * c[n];
        }
        return a;
    }
}
