package org.gnnrec.feature;

/** Brings numbers of any size to the size that networks are trained on. */
final class Scaling {
    /** Squares of smaller numbers, added up over all nodes, stay doubles. No measurement is larger. */
    private static final double LARGEST = 1e100;
    /** One slip of the pen must not outweigh all else in its row, at training or years later. */
    private static final double LIMIT = 10;

    private Scaling() {}

    static boolean isUsable(double number) {
        return Math.abs(number) <= LARGEST;
    }

    /** {@code number / scale} in [-10, 10]. If the scale is 0, all nodes of the training had one value: 0. */
    static float scaled(double number, double scale) {
        return scale == 0 ? 0 : (float) Math.clamp(number / scale, -LIMIT, LIMIT);
    }
}
