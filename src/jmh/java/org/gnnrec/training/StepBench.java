package org.gnnrec.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.lab.data.DatasetFolder;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.data.SplitRule;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.Workers;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of training on the training and validation part of a data set, batch 2,048, two threads, and the loss with its
 * gradient alone: the softmax with one hop and the batch's own items as negatives, and BPR with three hops as in LightGCN's
 * code. {@code -p data=DIR} says where the data set lies, else there is nothing to measure.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public abstract class StepBench {
    @Param("")
    private String data;

    @Param({ "softmax", "bpr" })
    private String loss;

    private Parallel parallel;
    private Fit fit;

    abstract String expectedKernels();

    @Setup(Level.Trial)
    public void setUp() {
        if (!Kernels.get().name().equals(expectedKernels())) {
            throw new IllegalStateException("expected kernels " + expectedKernels() + " but got "
                    + Kernels.get().name());
        }
        Map<String, Object> keys = loss.equals("bpr")
                ? Map.of("loss", "bpr", "layers", 3, "batchSize", 2048)
                : Map.of("layers", 1, "batchSize", 2048, "temperature", 0.12, "negativePopularity", 1);
        parallel = new Parallel(2);
        fit = Steps.fit(graph(), Steps.config(keys), Workers.of(parallel, Cancellation.NEVER));
        fit.lossAndGradient();
        fit.gradient().clear();
    }

    private CsrGraph graph() {
        return DatasetFolder.read(Path.of(data), SplitRule.USER, 42).graph(List.of(Part.TRAIN, Part.VALID));
    }

    @Benchmark
    public double step() {
        return fit.train(1);
    }

    /** The same batch again and again; its gradients add up, which costs what the first did. */
    @Benchmark
    public double loss() {
        return fit.loss().valueAndGradient(fit.batch());
    }

    @TearDown(Level.Trial)
    public void tearDown() {
        fit.close();
        parallel.close();
    }
}
