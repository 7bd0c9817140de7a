package org.gnnrec.lab.index;

import java.util.List;
import java.util.Map;

import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** The queries of the page on serving, over Bolt, and the exact answers beside them. */
final class VectorQueries {
    static final String MODEL = "default";
    static final int K = 10;

    private static final String USER = """
            MATCH (u:User {id: $id})
            CALL db.index.vector.queryNodes('gnnrec_default_index', $more + COUNT { (u)--(:Item) },
                u.gnnrec_default + [0.0]) YIELD node, score
            WHERE NOT EXISTS { (u)--(node) }
            RETURN node.id AS id ORDER BY score DESC LIMIT $k""";
    private static final String ITEM = """
            MATCH (i:Item {id: $id})
            CALL db.index.vector.queryNodes('gnnrec_default_index', $more, %s) YIELD node, score
            WHERE node <> i
            RETURN node.id AS id ORDER BY score DESC LIMIT $k""";
    private static final String EXACT = """
            MATCH (i:Item {id: $id})
            WITH i, %s AS vector
            MATCH (node:Item) WHERE node.gnnrec_default_index IS NOT NULL AND node <> i
            RETURN node.id AS id ORDER BY vector.similarity.cosine(vector, node.gnnrec_default_index) DESC LIMIT $k""";

    private final Session session;

    VectorQueries(Session session) {
        this.session = session;
    }

    /** What a query starts from at an item. */
    enum Start {
        /** Its embedding, which ranks by inner products. */
        EMBEDDING("i.gnnrec_default + [0.0]"),
        /** Its own vector of the index. */
        INDEXED("i.gnnrec_default_index");

        private final String vector;

        Start(String vector) {
            this.vector = vector;
        }
    }

    List<Object> ofUser(Object id, int more) {
        return ids(USER, id, more);
    }

    List<Object> ofItem(Object id, int more, Start start) {
        return ids(ITEM.formatted(start.vector), id, more);
    }

    /** By a scan of all vectors that the index has. */
    List<Object> exactOfItem(Object id, Start start) {
        return ids(EXACT.formatted(start.vector), id, 0);
    }

    private List<Object> ids(String query, Object id, int more) {
        return session.run(query, Map.of("id", id, "more", more, "k", K)).list(row -> row.get("id").asObject());
    }

    List<Object> indexedItems() {
        return session.run("MATCH (i:Item) WHERE i.gnnrec_default_index IS NOT NULL RETURN i.id AS id")
                .list(row -> row.get("id").asObject());
    }

    HnswSettings settings() {
        Record row = session.run("""
                SHOW INDEXES YIELD name, options WHERE name = 'gnnrec_default_index'
                RETURN options.indexConfig.`vector.hnsw.m` AS m,
                    options.indexConfig.`vector.hnsw.ef_construction` AS efConstruction""").single();
        return new HnswSettings(row.get("m").asLong(), row.get("efConstruction").asLong());
    }

    /** Makes the index anew with these parameters, else like that of the training. */
    void replaceIndex(HnswSettings settings, long dimensions) {
        session.run("DROP INDEX gnnrec_default_index").consume();
        session.run("""
                CREATE VECTOR INDEX gnnrec_default_index FOR (i:Item) ON (i.gnnrec_default_index)
                OPTIONS {indexConfig: {`vector.dimensions`: %d, `vector.similarity_function`: 'cosine',
                    `vector.quantization.enabled`: false, `vector.hnsw.m`: %d,
                    `vector.hnsw.ef_construction`: %d}}"""
                .formatted(dimensions + 1, settings.m(), settings.efConstruction())).consume();
        session.run("CALL db.awaitIndexes(600)").consume();
    }
}
