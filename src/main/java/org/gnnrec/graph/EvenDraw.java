package org.gnnrec.graph;

/**
 * A few of the edges of a row at even distances from a random start, so that each edge is as likely as the next and none
 * is taken twice.
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
