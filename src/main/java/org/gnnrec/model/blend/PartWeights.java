package org.gnnrec.model.blend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.config.Key;
import org.gnnrec.config.Kind;

/**
 * How much each part counts.
 *
 * @param values by the names of parts, not negative; a part that is not named counts nothing
 * @param given what the user gave, else null
 */
record PartWeights(Map<String, Double> values, Stage stage, Map<String, Double> given) {

    /** A share that is not halved. */
    private static final double LEAST = 0.05;

    /** What the choice has come to. */
    enum Stage {
        /** One part is measured alone. */
        ALONE,
        /** Parts are taken or left out. */
        TAKEN,
        /** All is chosen. */
        CHOSEN
    }

    static Key<PartWeights> key(List<String> parts) {
        return Key.of("partWeights", new Kind<>("a map of " + String.join(", ", parts)
                + " to numbers that are not negative, one of them above 0", value -> read(value, parts),
                PartWeights::values),
                "How much each part counts: its scores are divided by their deviation over the items first.")
                .open("chosen");
    }

    private static PartWeights read(Object value, List<String> parts) {
        if (!(value instanceof Map<?, ?> map) || !parts.containsAll(map.keySet())) {
            return null;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        for (String part : parts) {
            if (map.get(part) != null && !(map.get(part) instanceof Number)) {
                return null;
            }
            values.put(part, map.get(part) == null ? 0 : ((Number) map.get(part)).doubleValue());
        }
        boolean isAllowed = values.values().stream().allMatch(weight -> weight >= 0 && weight < 1e6)
                && values.values().stream().anyMatch(weight -> weight > 0);
        return isAllowed ? chosen(values, values) : null;
    }

    private static PartWeights chosen(Map<String, Double> values, Map<String, Double> given) {
        double sum = values.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        values.forEach((part, weight) -> shares.put(part, weight / sum));
        return new PartWeights(shares, Stage.CHOSEN, given);
    }

    /** One part alone, until all parts are chosen. */
    static PartWeights alone(String part, PartWeights before) {
        return new PartWeights(Map.of(part, 1.0), Stage.ALONE, before == null ? null : before.given());
    }

    /** All parts alike. */
    static PartWeights alike(List<String> parts) {
        Map<String, Double> values = new LinkedHashMap<>();
        parts.forEach(part -> values.put(part, 1.0));
        return chosen(values, null);
    }

    double of(String part) {
        return values.getOrDefault(part, 0.0);
    }

    /**
     * What to measure once all parts are chosen: these themselves if nothing is left to choose.
     *
     * @param needed the part that is always taken
     */
    List<PartWeights> alternatives(List<String> parts, String needed) {
        return switch (stage) {
            case ALONE -> given == null ? subsets(parts, needed) : List.of(chosen(given, given));
            case TAKEN -> halves();
            case CHOSEN -> List.of(this);
        };
    }

    /**
     * Each choice of parts with equal weights, all of them first. Equal weights are also near the best where what is to
     * come differs from the held-out items.
     */
    private static List<PartWeights> subsets(List<String> parts, String needed) {
        List<PartWeights> subsets = new ArrayList<>();
        for (int taken = (1 << parts.size()) - 1; taken > 0; taken--) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (int n = 0; n < parts.size(); n++) {
                values.put(parts.get(n), (taken >> n & 1) == 1 ? 1.0 : 0.0);
            }
            if (values.get(needed) > 0) {
                subsets.add(new PartWeights(chosen(values, null).values(), Stage.TAKEN, null));
            }
        }
        return subsets;
    }

    /** These, and each with one part at half its weight, which may be halved again. */
    private List<PartWeights> halves() {
        List<PartWeights> halves = new ArrayList<>(List.of(chosen(values, null)));
        values.forEach((part, weight) -> {
            if (weight > LEAST && weight < 1) {
                Map<String, Double> half = new LinkedHashMap<>(values);
                half.put(part, weight / 2);
                halves.add(new PartWeights(chosen(half, null).values(), Stage.TAKEN, null));
            }
        });
        return halves;
    }
}
