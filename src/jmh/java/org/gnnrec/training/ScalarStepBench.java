package org.gnnrec.training;

import org.openjdk.jmh.annotations.Fork;

/** {@link StepBench} in plain Java. */
@Fork(value = 1, jvmArgsPrepend = "-Dgnnrec.kernels=scalar")
public class ScalarStepBench extends StepBench {
    @Override
    String expectedKernels() {
        return "scalar";
    }
}
