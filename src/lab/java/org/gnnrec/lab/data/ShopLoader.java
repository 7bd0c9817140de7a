package org.gnnrec.lab.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Writes a {@link Shop}: customers by email, products by sku with their group, and a relationship for each event. */
public final class ShopLoader {
    private ShopLoader() {}

    public static void load(boolean drifts, long seed, Driver driver) {
        try (Session session = driver.session()) {
            session.run("UNWIND $emails AS email CREATE (:Customer {email: email})",
                    Map.of("emails", Shop.customers())).consume();
            session.run("UNWIND $products AS p CREATE (:Product {sku: p.sku, group: p.group})",
                    Map.of("products", products())).consume();
            session.run("CREATE INDEX IF NOT EXISTS FOR (c:Customer) ON (c.email)").consume();
            session.run("CREATE INDEX IF NOT EXISTS FOR (p:Product) ON (p.sku)").consume();
            session.run("CALL db.awaitIndexes()").consume();
            Shop.events(drifts, seed).stream().collect(Collectors.groupingBy(Shop.Event::type))
                    .forEach((type, events) -> load(session, type, events));
        }
    }

    private static List<Map<String, Object>> products() {
        List<String> skus = Shop.products();
        return IntStream.range(0, skus.size())
                .mapToObj(n -> Map.<String, Object>of("sku", skus.get(n), "group", Shop.groupOf(n))).toList();
    }

    private static void load(Session session, String type, List<Shop.Event> events) {
        session.run("UNWIND $events AS e MATCH (c:Customer {email: e.customer}), (p:Product {sku: e.product}) "
                + "CREATE (c)-[r:" + type + " {quantity: e.quantity, at: datetime({epochSeconds: e.at})}]->(p)",
                Map.of("events", events.stream().map(Shop.Event::toMap).toList())).consume();
    }
}
