package org.gnnrec.source;

import java.util.Map;

/**
 * The place where relationships are read: the store, a graph of GDS, or the rows of a Cypher query.
 *
 * @param graphName the name of a GDS graph, or null
 * @param query the text of a query, or null
 * @param params of the query
 */
public record GraphSource(String graphName, String query, Map<String, Object> params) {

    public static final GraphSource STORE = new GraphSource(null, null, Map.of());

    public GraphSource {
        if (graphName != null && query != null) {
            throw new IllegalArgumentException(
                    "graphName and query both name a source of relationships: leave one of them out");
        }
        if (query == null && !params.isEmpty()) {
            throw new IllegalArgumentException("params are the parameters of query, which is not given: add it, or "
                    + "leave params out");
        }
    }

    public boolean isQuery() {
        return query != null;
    }
}
