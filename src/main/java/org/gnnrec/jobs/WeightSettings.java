package org.gnnrec.jobs;

import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.EpochSeconds;
import org.gnnrec.store.RelationshipNumbers;
import org.gnnrec.training.ConfigValues;

/** The keys of {@code gnnrec.train} that say how much interactions weigh, and back. */
final class WeightSettings {
    static final Set<String> KEYS = Set.of("relationshipWeights", "relationshipWeightProperty", "timestampProperty",
            "halfLife");
    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    private static final double SHORTEST_DAYS = 1 / SECONDS_PER_DAY;
    private static final double LONGEST_DAYS = 1e6;

    private WeightSettings() {}

    static Weighting of(ConfigMap map) {
        Weighting weighting = new Weighting(typeWeights(map), map.text("relationshipWeightProperty", null),
                map.text("timestampProperty", null), halfLifeDays(map.values().get("halfLife")));
        boolean hasTimes = weighting.timestampProperty() != null;
        if (hasTimes && !weighting.decays()) {
            throw new IllegalArgumentException("timestampProperty '" + weighting.timestampProperty()
                    + "' is not used without halfLife. Give halfLife in days, or leave timestampProperty out");
        }
        if (weighting.decays() && !hasTimes && map.values().get("query") == null) {
            throw new IllegalArgumentException("halfLife needs the times of the relationships. Name the property that "
                    + "holds them by timestampProperty, or leave halfLife out");
        }
        return weighting;
    }

    private static Map<String, Double> typeWeights(ConfigMap map) {
        Map<String, Double> weights = new TreeMap<>();
        map.map("relationshipWeights").forEach((type, weight) -> weights.put(type, typeWeight(type, weight)));
        return Map.copyOf(weights);
    }

    private static double typeWeight(String type, Object weight) {
        if (weight instanceof Number number && RelationshipNumbers.isWeight(number.doubleValue())) {
            return number.doubleValue();
        }
        throw ConfigValues.wrongType("relationshipWeights: '" + type + "'", RelationshipNumbers.WEIGHT, weight);
    }

    private static double halfLifeDays(Object value) {
        if (value == null) {
            return Double.POSITIVE_INFINITY;
        }
        double days = value instanceof Number number
                ? number.doubleValue()
                : value instanceof TemporalAmount duration
                        ? EpochSeconds.of(duration, "halfLife") / SECONDS_PER_DAY
                        : Double.NaN;
        if (!(days >= SHORTEST_DAYS && days <= LONGEST_DAYS)) {
            throw ConfigValues.wrongType("halfLife",
                    "a number of days or a duration, from one second to a million days,", value);
        }
        return days;
    }

    /** As {@link #of} reads them. */
    static Map<String, Object> toMap(Weighting weighting) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("relationshipWeights", new TreeMap<>(weighting.typeWeights()));
        map.put("relationshipWeightProperty", weighting.weightProperty());
        map.put("timestampProperty", weighting.timestampProperty());
        map.put("halfLife", weighting.decays() ? weighting.halfLifeDays() : null);
        return map;
    }
}
