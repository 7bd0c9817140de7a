package org.gnnrec.linalg;

/**
 * Ridge regression by the normal equations {@code (G + ridge I) w = y} of a small symmetric G: {@code G + ridge I = U^T U}
 * by Cholesky in floats, a block of rows at a time. The error grows with the condition of G scaled to ones on its
 * diagonal. Reusable; for one thread.
 */
public final class RidgeSolver {
    private static final int BLOCK = 16;

    private final Kernels kernels = Kernels.get();
    private float[] factors = new float[0];

    /**
     * Overwrites the system, n rows of n + 1 floats: the upper triangle of G, and y in the last column. Numbers below the
     * diagonal must be finite. The last column is w afterwards. O(n^3).
     *
     * @param ridge above zero
     */
    public void solve(float[] system, int n, float ridge) {
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            subtractEarlier(system, n, from, to);
            for (int row = from; row < to; row++) {
                finish(system, n, row, to, ridge);
            }
        }
        substituteBack(system, n);
    }

    /** Subtracts from a block of rows what the rows of U before it make up: U^T of the block, times these rows. */
    private void subtractEarlier(float[] system, int n, int from, int to) {
        int width = n + 1;
        if (factors.length < (to - from) * from) {
            factors = new float[BLOCK * n];
        }
        for (int row = 0; row < from; row++) {
            for (int col = from; col < to; col++) {
                factors[(col - from) * from + row] = -system[row * width + col];
            }
        }
        kernels.multiplyAdd(factors, 0, from, to - from, from, system, 0, width, system, from * width);
    }

    /** Makes a row one of U, and subtracts its share from the later rows of its block. */
    private void finish(float[] system, int n, int row, int to, float ridge) {
        int diagonal = row * (n + 1) + row;
        int rest = n + 1 - row;
        // No pivot is below the ridge but by rounding.
        float pivot = Math.max(system[diagonal] + ridge, ridge);
        kernels.scale((float) (1 / Math.sqrt(pivot)), system, diagonal, rest);
        system[diagonal] = (float) Math.sqrt(pivot);
        for (int later = row + 1; later < to; later++) {
            int skipped = later - row;
            kernels.axpy(-system[diagonal + skipped], system, diagonal + skipped, system, later * (n + 1) + later,
                    rest - skipped);
        }
    }

    /** {@code U w = z}, z in the last column; w goes there, and into the first floats of the factors. */
    private void substituteBack(float[] system, int n) {
        float[] w = factors.length < n ? new float[n] : factors;
        for (int row = n - 1; row >= 0; row--) {
            int diagonal = row * (n + 1) + row;
            float sum = kernels.dot(system, diagonal + 1, w, row + 1, n - 1 - row);
            w[row] = (system[row * (n + 1) + n] - sum) / system[diagonal];
            system[row * (n + 1) + n] = w[row];
        }
    }
}
