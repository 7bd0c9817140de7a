package org.gnnrec.lab.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gnnrec.evaluation.EmbeddingScorer;
import org.gnnrec.lab.client.Score;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.Item;
import org.gnnrec.lab.data.Part;
import org.gnnrec.lab.ranking.FullRanking;
import org.gnnrec.linalg.DenseMatrix;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/**
 * What users of GDS have today: FastRP at its defaults, of the model's width, on the interactions that the model is fit
 * on, and for each user the items nearest by cosine, as {@code gds.knn} has it.
 */
final class FastRp {
    private static final String EMBED = """
            CALL gds.fastRP.write('eval', {embeddingDimension: $dimension, randomSeed: $seed, writeProperty: 'eval_fastrp'})
            YIELD nodePropertiesWritten RETURN nodePropertiesWritten""";
    private static final String READ = """
            MATCH (node:User|Item) RETURN node:User AS isUser, node.id AS id, node.eval_fastrp AS embedding""";

    private final Dataset dataset;
    private final DenseMatrix users;
    private final DenseMatrix items;

    private FastRp(Dataset dataset, int dimension) {
        this.dataset = dataset;
        this.users = DenseMatrix.zeros(dataset.userIds().size(), dimension);
        this.items = DenseMatrix.zeros(dataset.items().size(), dimension);
    }

    /** Needs GDS in the server and the data set loaded. */
    static Score score(Driver driver, Dataset dataset, List<Part> fitted, int dimension, long seed) {
        FastRp fastRp = new FastRp(dataset, dimension);
        try (Session session = driver.session()) {
            session.run("CALL gds.graph.project('eval', ['User', 'Item'], $types)", Map.of("types",
                    fitted.stream().collect(Collectors.toMap(Part::name, type -> Map.of("orientation", "UNDIRECTED")))))
                    .consume();
            session.run(EMBED, Map.of("dimension", dimension, "seed", seed)).consume();
            fastRp.read(session.run(READ).list());
            session.run("CALL gds.graph.drop('eval')").consume();
        }
        return fastRp.evaluate(fitted);
    }

    private void read(List<Record> rows) {
        Map<Object, Integer> userIndex = index(dataset.userIds());
        Map<Object, Integer> itemIndex = index(dataset.items().stream().map(Item::id).toList());
        for (Record row : rows) {
            boolean isUser = row.get("isUser").asBoolean();
            DenseMatrix matrix = isUser ? users : items;
            int index = (isUser ? userIndex : itemIndex).get(row.get("id").asObject());
            setUnitRow(matrix, index, row.get("embedding").asList(value -> value.asDouble()));
        }
    }

    private static Map<Object, Integer> index(List<?> ids) {
        Map<Object, Integer> index = new HashMap<>();
        ids.forEach(id -> index.put(id, index.size()));
        return index;
    }

    private static void setUnitRow(DenseMatrix matrix, int row, List<Double> values) {
        double length = Math.sqrt(values.stream().mapToDouble(value -> value * value).sum());
        for (int c = 0; c < values.size() && length > 0; c++) {
            matrix.data()[matrix.offset(row) + c] = (float) (values.get(c) / length);
        }
    }

    private Score evaluate(List<Part> fitted) {
        return FullRanking.score(new EmbeddingScorer(users, items), dataset.graph(fitted),
                dataset.graph(List.of(Part.TEST)));
    }
}
