package org.gnnrec.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Graphs of real data, as their authors model them. The files lie outside of the project, and may be missing. */
public enum RealGraph {
    /** The shop of 91 customers and 830 orders. */
    NORTHWIND("northwind", List.of(
            new Load("categories", "CREATE (n:Category) SET n = row"),
            new Load("products", "MATCH (c:Category {categoryID: row.categoryID}) "
                    + "CREATE (n:Product)-[:PART_OF]->(c) SET n = row"),
            new Load("customers", "CREATE (n:Customer) SET n = row"),
            new Load("orders",
                    "MATCH (c:Customer {customerID: row.customerID}) CREATE (n:Order)<-[:PURCHASED]-(c) SET n = row"),
            new Load("order-details", "MATCH (o:Order {orderID: row.orderID}), (p:Product {productID: row.productID}) "
                    + "CREATE (o)-[:ORDERS {quantity: toInteger(row.quantity)}]->(p)"))),

    /** 100,836 ratings of 9,724 movies by 610 users, with genres. */
    MOVIELENS("ml-latest-small", List.of(
            new Load("movies", "CREATE (m:Movie {movieId: row.movieId, title: row.title}) WITH m, row "
                    + "UNWIND split(row.genres, '|') AS name MERGE (g:Genre {name: name}) CREATE (m)-[:IN_GENRE]->(g)"),
            new Load("ratings",
                    "MERGE (u:User {userId: row.userId}) WITH u, row MATCH (m:Movie {movieId: row.movieId}) "
                            + "CREATE (u)-[:RATED {rating: toFloat(row.rating), timestamp: toInteger(row.timestamp)}]->(m)")));

    private static final int BATCH = 10_000;

    private final Path folder;
    private final List<Load> loads;

    RealGraph(String folder, List<Load> loads) {
        this.folder = Path.of("../shared/data", folder);
        this.loads = loads;
    }

    /** The statement that runs over the rows of one file. */
    private record Load(String file, String cypher) {}

    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /** Creates the graph by something that runs a statement with parameters. Indexes on ids make it quick. */
    public void create(BiConsumer<String, Map<String, Object>> runner) throws IOException {
        for (Load load : loads) {
            List<Map<String, String>> rows = rows(folder.resolve(load.file() + ".csv"));
            IntStream.iterate(0, from -> from < rows.size(), from -> from + BATCH)
                    .mapToObj(from -> rows.subList(from, Math.min(from + BATCH, rows.size())))
                    .forEach(batch -> runner.accept("UNWIND $rows AS row " + load.cypher(), Map.of("rows", batch)));
        }
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), format)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        }
    }
}
