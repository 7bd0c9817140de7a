package org.gnnrec.bench;

import org.openjdk.jmh.annotations.Fork;

/** {@link KernelsBench} on the Vector API. */
@Fork(value = 3, jvmArgsPrepend = { "--add-modules=jdk.incubator.vector", "-Dgnnrec.kernels=vector" })
public class VectorKernelsBench extends KernelsBench {
    @Override
    String expectedKernels() {
        return "vector";
    }
}
