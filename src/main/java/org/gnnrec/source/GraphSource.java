package org.gnnrec.source;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The place where interactions are read: the store, a graph of GDS, the rows of a Cypher query, or the store by Cypher
 * patterns.
 *
 * @param graphName the name of a GDS graph, or null
 * @param query the text of a query, or null
 * @param params of the query
 * @param patterns each a definition of an interaction; empty where there are none
 */
public record GraphSource(String graphName, String query, Map<String, Object> params,
        List<InteractionPattern> patterns) {

    public static final GraphSource STORE = new GraphSource(null, null, Map.of(), List.of());

    public GraphSource {
        patterns = List.copyOf(patterns);
        boolean isOne = Stream.of(graphName != null, query != null, !patterns.isEmpty()).filter(is -> is).count() <= 1;
        if (!isOne) {
            throw new IllegalArgumentException("graphName, query and interactions each name a source of interactions: "
                    + "leave all but one of them out");
        }
        if (query == null && !params.isEmpty()) {
            throw new IllegalArgumentException("params are the parameters of query, which is not given: add it, or "
                    + "leave params out. The parameters of interactions stand beside their pattern");
        }
    }

    public boolean isQuery() {
        return query != null;
    }

    public boolean isPatterns() {
        return !patterns.isEmpty();
    }

    /** True where the source tells users from items, so that a node may be both. */
    public boolean tellsRoles() {
        return isQuery() || isPatterns();
    }
}
