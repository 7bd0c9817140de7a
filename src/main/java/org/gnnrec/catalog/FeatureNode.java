package org.gnnrec.catalog;

import org.gnnrec.feature.FeatureSchemas;
import org.neo4j.graphdb.Node;

/** How properties became features, on the node of a model; nothing where there are none. */
final class FeatureNode {
    private static final String KEY = "featureSchemas";

    private FeatureNode() {}

    static void write(FeatureSchemas features, Node model) {
        if (features.exist()) {
            model.setProperty(KEY, Json.write(features.toMap()));
        }
    }

    static FeatureSchemas read(Node model) {
        String json = (String) model.getProperty(KEY, null);
        return json == null ? FeatureSchemas.NONE : FeatureSchemas.of(Json.read(json));
    }
}
