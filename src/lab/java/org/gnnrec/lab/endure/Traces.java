package org.gnnrec.lab.endure;

import java.util.List;
import java.util.stream.Stream;

/** What gnnrec may have in a database, and what is wrong there at rest. Each list is empty where all is well. */
record Traces(Cypher cypher) {
    private static final String PARTS_WITHOUT_MODEL = "MATCH (p:_GnnRecPart) WHERE NOT EXISTS { (p)<-[:_PART]-() } RETURN count(p)";
    private static final String UNFINISHED = """
            MATCH (m:_GnnRecModel) WHERE m.state <> 'CURRENT' OR NOT m.copied
            RETURN m.modelName + ' version ' + m.modelVersion + ' in state ' + m.state""";
    private static final String LEFT_NODES = "MATCH (n:_GnnRecModel|_GnnRecPart) RETURN count(n)";
    private static final String LEFT_PROPERTIES = """
            MATCH (n) UNWIND [key IN keys(n) WHERE key STARTS WITH 'gnnrec'] AS key
            WITH key, count(*) AS nodes RETURN key + ' on ' + nodes + ' nodes'""";
    private static final String INDEXES = "SHOW INDEXES YIELD name, type WHERE type <> 'RANGE' RETURN type + ' ' + name ORDER BY name";
    private static final String ITEMS_WITHOUT_COPY = """
            MATCH (n:Item) WHERE n['gnnrec_' + $model] IS NULL OR n['gnnrec_' + $model + '_index'] IS NULL
            RETURN count(n)""";
    private static final String USERS_WITHOUT_COPY = "MATCH (n:User) WHERE n['gnnrec_' + $model] IS NULL RETURN count(n)";
    private static final String SEARCH = """
            MATCH (n:Item) WITH n['gnnrec_' + $model + '_index'] AS vector LIMIT 1
            CALL db.index.vector.queryNodes('gnnrec_' + $model + '_index', 5, vector) YIELD node
            RETURN count(node)""";

    /** Versions that are not whole, and parts without a model: what a training sweeps. */
    List<String> debris() {
        return Stream.concat(cypher.column(UNFINISHED).stream().map(text -> "debris: " + text),
                counted(cypher.count(PARTS_WITHOUT_MODEL), "parts without a model")).toList();
    }

    /** Nodes that lack the copy of this model, and a vector index that finds nothing. */
    List<String> gapsOf(String model) {
        cypher.rows("CALL db.awaitIndexes(120)");
        long found = cypher.count(SEARCH, "model", model);
        return Stream.of(counted(cypher.count(ITEMS_WITHOUT_COPY, "model", model), "items without a copy of " + model),
                counted(cypher.count(USERS_WITHOUT_COPY, "model", model), "users without a copy of " + model),
                found == 5 ? Stream.<String>empty() : Stream.of("the vector index of " + model + " finds " + found))
                .flatMap(all -> all).toList();
    }

    /** All but range indexes. */
    List<Object> indexes() {
        return cypher.column(INDEXES);
    }

    /** What is left after every model was dropped, beside these indexes. */
    List<String> left(List<Object> indexesBefore) {
        List<Object> now = indexes();
        return Stream.of(counted(cypher.count(LEFT_NODES), "nodes of models left"),
                cypher.column(LEFT_PROPERTIES).stream().map(text -> "left: " + text),
                now.equals(indexesBefore)
                        ? Stream.<String>empty()
                        : Stream.of("indexes were " + indexesBefore + " but are " + now))
                .flatMap(all -> all).toList();
    }

    private static Stream<String> counted(long count, String what) {
        return count == 0 ? Stream.empty() : Stream.of(count + " " + what);
    }
}
