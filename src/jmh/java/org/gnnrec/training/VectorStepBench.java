package org.gnnrec.training;

import org.openjdk.jmh.annotations.Fork;

/** {@link StepBench} on the Vector API. */
@Fork(value = 1, jvmArgsPrepend = { "--add-modules=jdk.incubator.vector", "-Dgnnrec.kernels=vector" })
public class VectorStepBench extends StepBench {
    @Override
    String expectedKernels() {
        return "vector";
    }
}
