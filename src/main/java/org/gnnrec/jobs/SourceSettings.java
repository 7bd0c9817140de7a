package org.gnnrec.jobs;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.source.GraphSource;
import org.gnnrec.source.InteractionPattern;

/** Where a training reads its relationships. */
final class SourceSettings {
    private static final Key<String> GRAPH_NAME = Key.text("graphName",
            "The GDS graph to read relationships from, instead of the store.");
    static final Key<String> QUERY = Key.text("query",
            "The Cypher query whose rows are the interactions, instead of the store.");
    private static final Key<Map<String, Object>> PARAMS = Key.map("params", "The parameters of `query`.");
    static final Key<List<InteractionPattern>> INTERACTIONS = Key.of("interactions", InteractionsKind.KIND,
            "The Cypher patterns that training and serving read interactions by, instead of relationship types.")
            .usually(List.of(), "none");
    static final List<Key<?>> KEYS = List.of(GRAPH_NAME, QUERY, PARAMS, INTERACTIONS);

    private SourceSettings() {}

    static GraphSource of(Config config) {
        Map<String, Object> params = config.get(PARAMS);
        StorableParams.require(params);
        return new GraphSource(config.get(GRAPH_NAME), config.get(QUERY), params, config.get(INTERACTIONS));
    }

    /** True if a call names a source. Null names the store. */
    static boolean isNamed(Map<String, Object> given) {
        return Stream.of(GRAPH_NAME, QUERY, INTERACTIONS).anyMatch(key -> given.containsKey(key.name()));
    }
}
