package org.gnnrec.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gnnrec.testing.TestDatabase;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * A stored model as JSON: the properties of its node and of its parts. What JSON has no type for is in a map of one entry,
 * {@code {"int": 3}}, {@code {"dateTime": "2026-01-02T03:04Z"}} or {@code {"base64": "AA=="}}.
 */
record StoredNodes(Map<String, Object> model, List<Map<String, Object>> parts) {
    /** The one that is kept in this golden file. */
    @SuppressWarnings("unchecked")
    static StoredNodes golden(String file) {
        try (InputStream in = StoredNodes.class.getResourceAsStream("/golden/" + file)) {
            Map<String, Object> json = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)).orElseThrow();
            return new StoredNodes((Map<String, Object>) json.get("model"),
                    (List<Map<String, Object>>) json.get("parts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only one of a database; its parts by kind and index. */
    static StoredNodes of(TestDatabase database) {
        return database.in(tx -> new StoredNodes(properties(tx.findNodes(VersionNodes.MODEL).next()),
                tx.findNodes(ModelParts.PART).stream()
                        .sorted(Comparator.comparing((Node part) -> (String) part.getProperty("kind"))
                                .thenComparingInt(part -> (int) part.getProperty("index")))
                        .map(StoredNodes::properties).toList()));
    }

    private static Map<String, Object> properties(Node node) {
        Map<String, Object> properties = new TreeMap<>();
        node.getAllProperties().forEach((key, value) -> properties.put(key, toJson(value)));
        return properties;
    }

    private static Object toJson(Object value) {
        return switch (value) {
            case Integer number -> Map.of("int", number.longValue());
            case ZonedDateTime time -> Map.of("dateTime", time.toString());
            case byte[] bytes -> Map.of("base64", Base64.getEncoder().encodeToString(bytes));
            case String[] texts -> List.of(texts);
            default -> value;
        };
    }

    /** Creates the nodes. */
    void create(TestDatabase database) {
        database.in(tx -> {
            Node node = node(tx.createNode(VersionNodes.MODEL), model);
            parts.forEach(part -> node.createRelationshipTo(part(tx, part), ModelParts.HAS_PART));
            return null;
        });
    }

    private static Node part(Transaction tx, Map<String, Object> properties) {
        return node(tx.createNode(ModelParts.PART), properties);
    }

    private static Node node(Node node, Map<String, Object> properties) {
        properties.forEach((key, value) -> node.setProperty(key, fromJson(value)));
        return node;
    }

    private static Object fromJson(Object value) {
        return switch (value) {
            case Map<?, ?> tagged -> untagged(tagged.entrySet().iterator().next());
            case List<?> texts -> texts.toArray(String[]::new);
            default -> value;
        };
    }

    private static Object untagged(Map.Entry<?, ?> tagged) {
        return switch ((String) tagged.getKey()) {
            case "int" -> Math.toIntExact((long) tagged.getValue());
            case "dateTime" -> ZonedDateTime.parse((String) tagged.getValue());
            default -> Base64.getDecoder().decode((String) tagged.getValue());
        };
    }

    /** With maps in the place of their texts, whose entries come in any order. */
    StoredNodes parsed() {
        Map<String, Object> properties = new TreeMap<>(model);
        properties.replaceAll((key, value) -> value instanceof String text && text.startsWith("{")
                ? Json.read(text)
                : value);
        return new StoredNodes(properties, parts);
    }
}
