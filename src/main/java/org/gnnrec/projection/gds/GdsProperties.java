package org.gnnrec.projection.gds;

import java.util.List;
import java.util.TreeSet;
import org.gnnrec.config.Shown;
import org.gnnrec.config.Suggestion;
import org.gnnrec.source.Weighting;
import org.neo4j.gds.RelationshipType;
import org.neo4j.gds.api.GraphStore;

/** The properties that the relationships of a GDS graph were projected with. */
final class GdsProperties {
    private GdsProperties() {}

    /** Fails if none of these types has the property that holds weights, or the one that holds times. */
    static void require(Object graphStore, String graphName, List<String> types, Weighting weighting) {
        require("relationshipWeightProperty", weighting.weightProperty(), graphStore, graphName, types);
        require("timestampProperty", weighting.timestampProperty(), graphStore, graphName, types);
    }

    private static void require(String key, String property, Object graphStore, String graphName,
            List<String> types) {
        if (property == null || types.isEmpty()) {
            return;
        }
        TreeSet<String> properties = new TreeSet<>();
        types.forEach(type -> properties
                .addAll(((GraphStore) graphStore).relationshipPropertyKeys(RelationshipType.of(type))));
        if (!properties.contains(property)) {
            throw new IllegalArgumentException(key + ": the relationship types " + Shown.names(types)
                    + " of GDS graph " + Shown.of(graphName) + " have no property " + Shown.of(property)
                    + Suggestion.of(property, properties) + ". Their properties are " + Shown.names(properties)
                    + ". Name one of them, or project the graph with this one");
        }
    }
}
