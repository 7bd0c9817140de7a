package org.gnnrec.linalg;

/** The principal branch W of Lambert's function: the w of at least -1 with {@code w e^w = x}. */
public final class LambertW {
    /** Where the branch begins; W is -1 there. */
    public static final double LOWEST = -1 / Math.E;
    private static final int MOST_STEPS = 40;
    private static final double TOLERANCE = 1e-12;

    private LambertW() {}

    /** W(x) by Halley's method, to about twelve digits, six near {@link #LOWEST}; NaN below it. */
    public static double of(double x) {
        if (!(x > LOWEST)) {
            return x == LOWEST ? -1 : Double.NaN;
        }
        double w = start(x);
        for (int step = 0; step < MOST_STEPS; step++) {
            double power = Math.exp(w);
            double error = w * power - x;
            double change = error / (power * (w + 1) - (w + 2) * error / (2 * w + 2));
            w -= change;
            if (Math.abs(change) <= TOLERANCE * (1 + Math.abs(w))) {
                break;
            }
        }
        return w;
    }

    /** The series at the branch point below, the logarithm above. */
    private static double start(double x) {
        if (x < 0) {
            double p = Math.sqrt(2 * (Math.E * x + 1));
            return p < 1e-6 ? p - 1 : -1 + p - p * p / 3 + 11 * p * p * p / 72;
        }
        return Math.log1p(x);
    }
}
