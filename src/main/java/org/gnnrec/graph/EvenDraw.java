package org.gnnrec.graph;

/**
 * Draws a few of the edges of a row at even distances from a random start. Each edge is equally likely, and none is
 * drawn twice.
 */
public final class EvenDraw {
    private EvenDraw() {}

    /**
     * The n-th of {@code limit} places drawn from [0, degree), ascending in n.
     *
     * @param start in [0, 1), random, the same for all n
     */
    public static int place(int degree, int limit, double start, int n) {
        return Math.min(degree - 1, (int) ((start + n) * ((double) degree / limit)));
    }
}
