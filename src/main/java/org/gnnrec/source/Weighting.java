package org.gnnrec.source;

import java.util.List;
import java.util.Map;

/**
 * What a relationship r between user u and item i weighs: {@code c(type of r) p(r) 2^-((T - t_r) / halfLife)}, with c
 * from {@code typeWeights} (1 where a type is not named), p the number under {@code weightProperty} (1 where it is
 * missing) and the last factor from {@link Decay}. The weights of several relationships between the same two are added.
 * A relationship that weighs zero or less is no interaction but a dislike of the item.
 *
 * @param weightProperty null where there is none
 * @param timestampProperty null where there is none
 * @param halfLifeDays infinite where nothing decays
 */
public record Weighting(Map<String, Double> typeWeights, String weightProperty, String timestampProperty,
        double halfLifeDays) {

    /** Every relationship counts, once for each pair. */
    public static final Weighting NONE = new Weighting(Map.of(), null, null, Double.POSITIVE_INFINITY);

    public double typeWeight(String type) {
        return typeWeights.getOrDefault(type, 1.0);
    }

    /** {@code c p}, 0 where either is zero or less; p is NaN where it is missing. */
    public static double product(double typeWeight, double weight) {
        if (typeWeight <= 0 || weight <= 0) {
            return 0;
        }
        return Double.isNaN(weight) ? typeWeight : typeWeight * weight;
    }

    /** The types that are dislikes, by name. */
    public List<String> dislikedTypes() {
        return typeWeights.keySet().stream().filter(type -> typeWeight(type) <= 0).sorted().toList();
    }

    /** True where interactions lose weight with age. */
    public boolean decays() {
        return halfLifeDays != Double.POSITIVE_INFINITY;
    }

    /** False where all interactions weigh one. Then no weights are kept. */
    public boolean isWeighted() {
        boolean typesDiffer = typeWeights.values().stream().anyMatch(weight -> weight > 0 && weight != 1);
        return typesDiffer || weightProperty != null || decays();
    }
}
