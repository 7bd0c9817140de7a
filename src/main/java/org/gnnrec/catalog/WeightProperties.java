package org.gnnrec.catalog;

import java.util.Map;
import java.util.stream.Collectors;
import org.gnnrec.source.Decay;
import org.gnnrec.source.Weighting;
import org.neo4j.graphdb.Node;

/** The weighting of a model's interactions as properties of its node. A model without weights has none of them. */
final class WeightProperties {
    private static final String TYPE_WEIGHTS = "relationshipWeights";
    private static final String HALF_LIFE = "halfLifeDays";

    private static final double EARLIEST = Double.NEGATIVE_INFINITY;

    private WeightProperties() {}

    static void write(Weighting weighting, Decay decay, Node node) {
        if (!weighting.typeWeights().isEmpty()) {
            node.setProperty(TYPE_WEIGHTS, Json.write(Map.copyOf(weighting.typeWeights())));
        }
        if (weighting.weightProperty() != null) {
            node.setProperty("relationshipWeightProperty", weighting.weightProperty());
        }
        if (weighting.timestampProperty() != null) {
            node.setProperty("timestampProperty", weighting.timestampProperty());
        }
        if (weighting.decays()) {
            node.setProperty(HALF_LIFE, weighting.halfLifeDays());
            node.setProperty("latestInteraction", decay.latest());
            node.setProperty("oldestInteraction", decay.oldest());
        }
    }

    static Weighting weighting(StoredProperties stored) {
        return new Weighting(typeWeights(stored), stored.textOrNull("relationshipWeightProperty"),
                stored.textOrNull("timestampProperty"), halfLifeDays(stored));
    }

    static Decay decay(StoredProperties stored) {
        return stored.has(HALF_LIFE)
                ? new Decay(halfLifeDays(stored), stored.numberAbove(EARLIEST, "latestInteraction"),
                        stored.numberAbove(EARLIEST, "oldestInteraction"))
                : Decay.NONE;
    }

    private static Map<String, Double> typeWeights(StoredProperties stored) {
        return stored.has(TYPE_WEIGHTS) ? stored.json(TYPE_WEIGHTS, WeightProperties::numbers) : Map.of();
    }

    private static Map<String, Double> numbers(Map<String, Object> map) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((Number) entry.getValue()).doubleValue()));
    }

    private static double halfLifeDays(StoredProperties stored) {
        return stored.has(HALF_LIFE) ? stored.numberAbove(0, HALF_LIFE) : Double.POSITIVE_INFINITY;
    }
}
