package org.gnnrec.catalog;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.PropertyCopy;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.feature.FeatureMatrix;
import org.gnnrec.feature.FeatureMatrixBuilder;
import org.gnnrec.feature.FeatureSchema;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.feature.Features;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.model.FeatureUse;
import org.gnnrec.models.ModelTypes;
import org.gnnrec.source.Decay;
import org.gnnrec.source.IdMap;
import org.gnnrec.source.NodeExpression;
import org.gnnrec.source.NodeTable;
import org.gnnrec.source.Weighting;
import org.gnnrec.store.IdValue;
import org.gnnrec.store.NodeIds;
import org.gnnrec.store.NodeProperties;
import org.gnnrec.testing.Graphs;
import org.gnnrec.testing.RandomModel;
import org.gnnrec.testing.Rows;
import org.gnnrec.testing.ServedModels;
import org.gnnrec.testing.TestDatabase;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.Values;

/** A graph in a database, with ids and features of every kind, and a model of it of any type. */
final class FuzzedGraph {
    static final String NEW = "new";
    private static final List<String> PROPERTIES = List.of("age", "born", "live", "tags", "plot");
    private static final List<Object> IDS = List.of(7L, 0.5, "ü1", true, LocalDate.of(2026, 1, 31), LocalTime.of(1, 2),
            LocalDateTime.of(2026, 1, 2, 3, 4), OffsetTime.parse("10:15:30+01:00"),
            ZonedDateTime.parse("2026-10-25T02:30+02:00[Europe/Berlin]"), DurationValue.duration(1, 2, 3, 4),
            Values.pointValue(CoordinateReferenceSystem.WGS_84, 13.4, 52.5),
            Values.pointValue(CoordinateReferenceSystem.CARTESIAN_3D, 1, 2, 3), new long[]{ 1, 2 },
            new String[]{ "a", "b" }, new boolean[]{ true, false }, "a longer text of some letters", "");

    private final List<Node> users;
    private final List<Node> items;
    private final CsrGraph rows = Graphs.weighted(Graphs.random(IDS.size(), IDS.size(), 0.3, 5), 6);

    /** Writes the graph. A user and an item named 'new' have relationships too, but no model knows them. */
    FuzzedGraph(TestDatabase database) {
        users = nodes(database, "User");
        items = nodes(database, "Item");
        database.in(tx -> {
            for (int user = 0; user < IDS.size(); user++) {
                for (int e = rows.offsets()[user]; e < rows.offsets()[user + 1]; e++) {
                    relate(tx, users.get(user), "LIKES", items.get(rows.neighbors()[e]), rows.weight(e));
                }
                relate(tx, users.get(user), "HATES", items.get(user), 1);
            }
            Node user = node(tx, "User", NEW, 3);
            Node item = node(tx, "Item", NEW, 4);
            for (int n = 0; n < 3; n++) {
                relate(tx, user, "LIKES", items.get(n), 2);
                relate(tx, users.get(n), "LIKES", item, 2);
            }
            return null;
        });
        database.run("CREATE INDEX FOR (n:User) ON (n.id)");
        database.run("CREATE INDEX FOR (n:Item) ON (n.id)");
        database.run("CALL db.awaitIndexes()");
    }

    private static void relate(Transaction tx, Node user, String type, Node item, double weight) {
        tx.getNodeByElementId(user.getElementId())
                .createRelationshipTo(tx.getNodeByElementId(item.getElementId()), RelationshipType.withName(type))
                .setProperty("w", weight);
    }

    private static List<Node> nodes(TestDatabase database, String label) {
        return database.in(tx -> {
            List<Node> nodes = new ArrayList<>();
            for (int n = 0; n < IDS.size(); n++) {
                nodes.add(node(tx, label, IDS.get(n), n));
            }
            nodes.sort(Comparator.comparingLong(NodeIds::of));
            return nodes;
        });
    }

    private static Node node(Transaction tx, String label, Object id, int n) {
        Node node = tx.createNode(Label.label(label));
        node.setProperty("id", id);
        node.setProperty("age", 10.0 * n);
        node.setProperty("born", LocalDate.ofEpochDay(1000L * n));
        node.setProperty("live", n % 2 == 0);
        if (n % 3 > 0) {
            node.setProperty("tags", new String[]{ "t" + n % 4, "all" });
        }
        node.setProperty("plot", new float[]{ n, 1, -n });
        return node;
    }

    /** A model with random numbers of these keys. */
    ServedModel model(TestDatabase database, Map<String, Object> keys, boolean weighted, boolean featured) {
        Map<String, Object> configuration = new HashMap<>(
                Map.of("embeddingDimension", 4L, "normExponent", 0.5, "degreeExponent", 0.25));
        configuration.putAll(keys);
        CsrGraph interactions = weighted ? rows : rows.withoutWeights();
        return database.in(tx -> {
            FeatureUse use = ModelTypes.installed().key().read(keys.get("modelType")).features();
            FeatureSchema ofUsers = schema(tx, users, NodeExpression.USER, featured && use == FeatureUse.BOTH);
            FeatureSchema ofItems = schema(tx, items, NodeExpression.ITEM, featured && use != FeatureUse.NONE);
            RandomModel random = RandomModel.of(configuration, interactions,
                    new Features(matrix(tx, users, ofUsers), matrix(tx, items, ofItems)));
            CsrGraph dislikes = Graphs.random(IDS.size(), IDS.size(), 0.1, 7);
            return new ServedModel(info(configuration, weighted), table(tx, users), table(tx, items), dislikes,
                    random.fitted(), new FeatureSchemas(ofUsers, ofItems));
        });
    }

    private static ModelInfo info(Map<String, Object> configuration, boolean weighted) {
        ModelInfo plain = ServedModels.info("fuzz", 1);
        Weighting weighting = new Weighting(Map.of("HATES", -1.0), weighted ? "w" : null, null,
                Double.POSITIVE_INFINITY);
        return new ModelInfo("fuzz", 1, "uid", (String) configuration.get("modelType"),
                ServedModels.interactions(plain.users(), plain.items(), List.of("HATES", "LIKES"), weighting,
                        Decay.NONE),
                new PropertyCopy("p", "p", false, false), 1, plain.createdAt(), 1, configuration, Map.of());
    }

    private static NodeTable table(Transaction tx, List<Node> nodes) {
        return new NodeTable(IdMap.ofAscending(nodes.stream().mapToLong(NodeIds::of).toArray()),
                present(tx, nodes).map(node -> IdValue.of(node, "id")).toArray());
    }

    private static FeatureSchema schema(Transaction tx, List<Node> nodes, String variable, boolean featured) {
        return Rows.learn(featured ? PROPERTIES : List.of(), present(tx, nodes).map(FuzzedGraph::values).toList())
                .withExpressions(Map.of("tags", NodeExpression.of("tags", variable + ".tags")));
    }

    private static FeatureMatrix matrix(Transaction tx, List<Node> nodes, FeatureSchema schema) {
        FeatureMatrixBuilder builder = new FeatureMatrixBuilder(nodes.size(), schema.columnCount());
        present(tx, nodes).forEach(node -> schema.encode("n", values(node), builder));
        return builder.build();
    }

    private static Map<String, Object> values(Node node) {
        return NodeProperties.of(node, NodeProperties.keys(PROPERTIES));
    }

    private static Stream<Node> present(Transaction tx, List<Node> nodes) {
        return nodes.stream().map(node -> tx.getNodeByElementId(node.getElementId()));
    }

    /** Some users as a transaction sees them, the new one last. */
    List<Node> someUsers(Transaction tx) {
        return some(tx, users, "User");
    }

    /** Some items as a transaction sees them, the new one last. */
    List<Node> someItems(Transaction tx) {
        return some(tx, items, "Item");
    }

    private static List<Node> some(Transaction tx, List<Node> nodes, String label) {
        return Stream.concat(present(tx, nodes.subList(0, 2)), Stream.of(tx.findNode(Label.label(label), "id", NEW)))
                .toList();
    }
}
