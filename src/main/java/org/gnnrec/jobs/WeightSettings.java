package org.gnnrec.jobs;

import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kind;
import org.gnnrec.config.Shown;
import org.gnnrec.source.InteractionPattern;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.EpochSeconds;
import org.gnnrec.store.RelationshipNumbers;

/** The weights of the interactions of a training. */
final class WeightSettings {
    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    private static final double LONGEST_DAYS = 1e6;
    private static final Key<Map<String, Double>> TYPE_WEIGHTS = Key.of("relationshipWeights",
            new Kind<>("a map", WeightSettings::typeWeights),
            "The weight of an interaction by its type: 1 for a type that is not named, 0 or less for a dislike.")
            .usually(Map.of());
    private static final Key<String> WEIGHT_PROPERTY = Key.text("relationshipWeightProperty",
            "The relationship property whose number multiplies the weight; 1 if it is missing.");
    private static final Key<String> TIMESTAMP_PROPERTY = Key.text("timestampProperty",
            "The relationship property with the time of the interaction; needs `halfLife`.");
    private static final Key<Double> HALF_LIFE = Key.of("halfLife",
            new Kind<>("a number of days or a duration, from one second to a million days,", WeightSettings::days),
            "The age at which an interaction has half its weight.");
    static final List<Key<?>> KEYS = List.of(TYPE_WEIGHTS, WEIGHT_PROPERTY, TIMESTAMP_PROPERTY, HALF_LIFE);

    private WeightSettings() {}

    static Weighting of(Config config) {
        Double halfLife = config.get(HALF_LIFE);
        Weighting weighting = new Weighting(config.get(TYPE_WEIGHTS), config.get(WEIGHT_PROPERTY),
                config.get(TIMESTAMP_PROPERTY), halfLife == null ? Double.POSITIVE_INFINITY : halfLife);
        requireBoth(weighting, config);
        return weighting;
    }

    /** Requires times and the half-life together. The rows of a query have their own times. */
    private static void requireBoth(Weighting weighting, Config config) {
        List<InteractionPattern> patterns = config.get(SourceSettings.INTERACTIONS);
        if (!patterns.isEmpty()) {
            requireNoProperties(weighting);
        }
        boolean hasTimes = weighting.timestampProperty() != null
                || patterns.stream().anyMatch(pattern -> pattern.timestamp() != null);
        if (hasTimes && !weighting.decays()) {
            throw new IllegalArgumentException(
                    (patterns.isEmpty()
                            ? "timestampProperty " + Shown.of(weighting.timestampProperty())
                            : "the timestamp of interactions")
                            + " is not used without halfLife. Give halfLife in days, or leave it out");
        }
        if (weighting.decays() && !hasTimes && !config.has(SourceSettings.QUERY)) {
            throw new IllegalArgumentException("halfLife needs the times of the relationships. Name the property that "
                    + "holds them by timestampProperty, give interactions a timestamp, or leave halfLife out");
        }
    }

    private static void requireNoProperties(Weighting weighting) {
        if (weighting.weightProperty() != null || weighting.timestampProperty() != null) {
            throw new IllegalArgumentException("relationshipWeightProperty and timestampProperty are not used with "
                    + "interactions, which have a weight and a timestamp of their own: interactions: {pattern: '...', "
                    + "weight: 'r.amount', timestamp: 'r.time'}");
        }
    }

    private static Map<String, Double> typeWeights(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Double> weights = new TreeMap<>();
        map.forEach((type, weight) -> weights.put((String) type, typeWeight(type, weight)));
        return Collections.unmodifiableMap(weights);
    }

    private static double typeWeight(Object type, Object weight) {
        if (weight instanceof Number number && RelationshipNumbers.isWeight(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                "relationshipWeights: " + Shown.of(type) + " must be " + RelationshipNumbers.WEIGHT
                        + " but was " + Shown.of(weight));
    }

    private static Double days(Object value) {
        double days = switch (value) {
            case Number number -> number.doubleValue();
            case TemporalAmount duration -> EpochSeconds.ofDuration(duration) / SECONDS_PER_DAY;
            case null, default -> Double.NaN;
        };
        return days >= 1 / SECONDS_PER_DAY && days <= LONGEST_DAYS ? days : null;
    }
}
