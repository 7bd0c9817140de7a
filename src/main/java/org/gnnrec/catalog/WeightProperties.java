package org.gnnrec.catalog;

import java.util.Map;
import java.util.stream.Collectors;
import org.gnnrec.source.Decay;
import org.gnnrec.source.Weighting;
import org.neo4j.graphdb.Node;

/** The weighting of a model's interactions as properties of its node. A model without weights has none of them. */
final class WeightProperties {
    private WeightProperties() {}

    static void write(Weighting weighting, Decay decay, Node node) {
        if (!weighting.typeWeights().isEmpty()) {
            node.setProperty("relationshipWeights", Json.write(Map.copyOf(weighting.typeWeights())));
        }
        if (weighting.weightProperty() != null) {
            node.setProperty("relationshipWeightProperty", weighting.weightProperty());
        }
        if (weighting.timestampProperty() != null) {
            node.setProperty("timestampProperty", weighting.timestampProperty());
        }
        if (weighting.decays()) {
            node.setProperty("halfLifeDays", weighting.halfLifeDays());
            node.setProperty("latestInteraction", decay.latest());
            node.setProperty("oldestInteraction", decay.oldest());
        }
    }

    static Weighting weighting(Node node) {
        return new Weighting(typeWeights(node), (String) node.getProperty("relationshipWeightProperty", null),
                (String) node.getProperty("timestampProperty", null), halfLifeDays(node));
    }

    static Decay decay(Node node) {
        return node.hasProperty("halfLifeDays")
                ? new Decay(halfLifeDays(node), (double) node.getProperty("latestInteraction"),
                        (double) node.getProperty("oldestInteraction"))
                : Decay.NONE;
    }

    private static Map<String, Double> typeWeights(Node node) {
        return Json.read((String) node.getProperty("relationshipWeights", "{}")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((Number) entry.getValue()).doubleValue()));
    }

    private static double halfLifeDays(Node node) {
        return (double) node.getProperty("halfLifeDays", Double.POSITIVE_INFINITY);
    }
}
