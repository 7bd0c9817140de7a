package org.gnnrec.bench;

import org.openjdk.jmh.annotations.Fork;

/** {@link KernelsBench} in plain Java. */
@Fork(value = 3, jvmArgsPrepend = "-Dgnnrec.kernels=scalar")
public class ScalarKernelsBench extends KernelsBench {
    @Override
    String expectedKernels() {
        return "scalar";
    }
}
