package org.gnnrec.source;

/**
 * How an interaction loses weight with its age: {@code 2^-((T - t) / halfLife)} for one at time t, T being the latest
 * time that training saw. T is constant for the life of a model, so a user that is folded in gets the weights of the
 * training. Later interactions weigh more than one. Only ratios of weights count in a normalized adjacency and in a
 * mean loss: another T would give the same model.
 *
 * @param halfLifeDays above zero, infinite where nothing decays
 * @param latest T, in seconds since 1970
 * @param oldest the oldest time that training saw, which replaces a missing one
 */
public record Decay(double halfLifeDays, double latest, double oldest) {

    /** Nothing decays. */
    public static final Decay NONE = new Decay(Double.POSITIVE_INFINITY, 0, 0);
    private static final double SECONDS_PER_DAY = 86_400;
    /** The most half-lives that count. Beyond them floats would overflow. */
    private static final double FARTHEST = 60;

    /** The factor at a time in seconds since 1970, NaN where it is not known. */
    public double factor(double seconds) {
        if (this.halfLifeDays == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double age = latest - (Double.isNaN(seconds) ? oldest : seconds);
        double halfLives = age / (halfLifeDays * SECONDS_PER_DAY);
        return Math.pow(2, -Math.clamp(halfLives, -FARTHEST, FARTHEST));
    }
}
