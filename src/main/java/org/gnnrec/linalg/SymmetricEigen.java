package org.gnnrec.linalg;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, from a maintained library, Hipparchus: see
 * {@link SymmetricEigenLoader}. Thread-safe; each call runs on the calling thread alone, and the same arguments give the
 * same bits.
 */
public interface SymmetricEigen {
    /**
     * The decomposition of a symmetric matrix. O(n^3).
     *
     * @param matrix n x n; of two values that should be equal their mean counts
     */
    Pairs of(double[][] matrix);

    /**
     * @param values falling
     * @param vectors one a value, of length 1
     */
    record Pairs(double[] values, double[][] vectors) {}

    /** The decomposition of this JVM. It is loaded on first use, or fails. */
    static SymmetricEigen get() {
        return SymmetricEigenLoader.eigen();
    }
}
