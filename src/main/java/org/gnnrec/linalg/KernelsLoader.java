package org.gnnrec.linalg;

/** Chooses the kernels of this JVM. */
final class KernelsLoader {
    static final Kernels KERNELS = new ScalarKernels();

    private KernelsLoader() {}
}
