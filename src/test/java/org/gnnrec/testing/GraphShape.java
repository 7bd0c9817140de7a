package org.gnnrec.testing;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Made graphs of the shapes of well-known example graphs, of any size. */
public enum GraphShape {
    /** Customers buy the products of their orders; products have a category and a supplier. As Northwind is. */
    SHOP("UNWIND range(0, 3) AS n CREATE (:Category {categoryID: n, categoryName: 'c' + n, about: 'x'})",
            "UNWIND range(0, 5) AS n CREATE (:Supplier {supplierID: n})",
            """
                    UNWIND range(0, 24 * $times - 1) AS n
                    MATCH (c:Category {categoryID: n % 4}), (s:Supplier {supplierID: n % 6})
                    CREATE (c)<-[:PART_OF]-(:Product {productID: n})<-[:SUPPLIES]-(s)""",
            "UNWIND range(0, 2) AS n CREATE (:Employee {employeeID: n})",
            """
                    UNWIND range(0, 90 * $times - 1) AS n MERGE (c:Customer {customerID: 'c' + n % (30 * $times)}) WITH n, c
                    MATCH (e:Employee {employeeID: n % 3})
                    CREATE (c)-[:PURCHASED]->(o:Order {orderID: n}), (e)-[:SOLD]->(o)
                    WITH n, o UNWIND [n % (24 * $times), (n * 5 + 1) % (24 * $times)] AS id
                    MATCH (p:Product {productID: id}) CREATE (o)-[:ORDERS {quantity: 1 + n % 5}]->(p)"""),

    /** Users rate movies, which have genres and actors. As the graph of recommendations is. */
    RATINGS("UNWIND range(0, 4) AS n CREATE (:Genre {name: 'g' + n})", """
            UNWIND range(0, 20 * $times - 1) AS n CREATE (m:Movie {movieId: n, title: 'm' + n}) WITH n, m
            UNWIND [n % 5, (n + 1) % 5] AS g MATCH (genre:Genre {name: 'g' + g}) CREATE (m)-[:IN_GENRE]->(genre)""", """
            MATCH (m:Movie) UNWIND [m.movieId, m.movieId + 1] AS n MERGE (p:Person {tmdbId: n % (20 * $times)})
            SET p:Actor CREATE (p)-[:ACTED_IN]->(m)""", """
            UNWIND range(0, 40 * $times - 1) AS n CREATE (u:User {userId: n}) WITH n, u UNWIND range(0, 9) AS r
            MATCH (m:Movie {movieId: (n + 3 * r) % (20 * $times)})
            CREATE (u)-[:RATED {rating: 0.5 + 0.5 * r, timestamp: 1260759144 + r}]->(m)"""),

    /** People act in movies, a few review some, and they follow each other. As the graph of movies is. */
    MOVIES("UNWIND range(0, 10 * $times - 1) AS n CREATE (:Person {name: 'p' + n}), (:Movie {title: 'm' + n})", """
            MATCH (p:Person), (m:Movie)
            WITH p, m, toInteger(substring(p.name, 1)) AS i, toInteger(substring(m.title, 1)) AS j
            WHERE (i + j) % (3 * $times) = 0 CREATE (p)-[:ACTED_IN]->(m)
            FOREACH (x IN CASE WHEN i < 4 * $times THEN [1] ELSE [] END
                | CREATE (p)-[:REVIEWED {rating: 45 + (j * 7) % 50, summary: 's'}]->(m))""",
            "MATCH (a:Person), (b:Person) WHERE a.name < b.name CREATE (a)-[:FOLLOWS]->(b)"),

    /** Users ask questions under tags, answer them and comment on them. As the graph of Stack Overflow is. */
    QUESTIONS("UNWIND range(0, 8 * $times - 1) AS n CREATE (:Tag {name: 't' + n})", """
            UNWIND range(0, 60 * $times - 1) AS n MERGE (u:User {uuid: n % (12 * $times)})
            CREATE (u)-[:ASKED]->(q:Question {uuid: n}) WITH n, q
            UNWIND [n % (8 * $times), (n + 3) % (8 * $times)] AS t
            MATCH (tag:Tag {name: 't' + t}) CREATE (q)-[:TAGGED]->(tag)""",
            """
                    UNWIND range(0, 100 * $times - 1) AS n
                    MATCH (u:User {uuid: n % (11 * $times)}), (q:Question {uuid: (n * 7) % (60 * $times)})
                    CREATE (u)-[:PROVIDED]->(:Answer {uuid: n})-[:ANSWERED]->(q),
                        (u)-[:COMMENTED]->(:Comment {uuid: n})-[:COMMENTED_ON]->(q)""");

    private final List<String> statements;

    GraphShape(String... statements) {
        this.statements = List.of(statements);
    }

    /** Creates the graph, so many times its smallest size, by something that runs a statement with parameters. */
    public void create(int times, BiConsumer<String, Map<String, Object>> runner) {
        statements.forEach(statement -> runner.accept(statement, Map.of("times", times)));
    }
}
