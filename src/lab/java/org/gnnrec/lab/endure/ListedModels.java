package org.gnnrec.lab.endure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.Record;

/** The rows of {@code gnnrec.model.list}, with the columns that the server's version has. */
record ListedModels(List<Map<String, Object>> rows) {
    static ListedModels of(Cypher cypher) {
        return new ListedModels(cypher.rows("CALL gnnrec.model.list()").stream().map(Record::asMap).toList());
    }

    List<String> names() {
        return rows.stream().map(row -> (String) row.get("modelName")).toList();
    }

    /** The bytes of each model, where the server tells them. */
    List<Object> loadedBytes() {
        return rows.stream().map(row -> row.get("loadedBytes")).filter(Objects::nonNull).toList();
    }

    /** What is wrong with this model, or null: also where the server tells no problems. */
    String problem(String model) {
        return rows.stream().filter(row -> model.equals(row.get("modelName"))).map(row -> (String) row.get("problem"))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }
}
