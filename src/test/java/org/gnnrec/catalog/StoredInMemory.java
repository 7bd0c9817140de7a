package org.gnnrec.catalog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.gnnrec.archive.ArrayBytes.PartSink;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.ServedModel;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * A stored model whose nodes are maps of properties, so that a test may change them and read them many times a second.
 *
 * @param model the properties of its node
 * @param parts the properties of its parts
 */
record StoredInMemory(Map<String, Object> model, List<Map<String, Object>> parts) {
    /** In pieces of so many bytes, where a database has a mebibyte: a small model has several parts as well. */
    private static final int PIECE = 256;

    /** The model as it is stored. */
    static StoredInMemory of(ServedModel model) {
        StoredInMemory stored = new StoredInMemory(new HashMap<>(Map.of(VersionNodes.STATE, VersionNodes.CURRENT)),
                new ArrayList<>());
        List<ArrayEntry> directory = new ArrayList<>();
        ModelFormat.archive(model).arrays().asMap()
                .forEach((name, array) -> directory.add(ArrayEntry.write(name, array, stored.pieces(name))));
        ModelNode.write(model.info(), stored.node());
        ModelNode.writeDirectory(directory, stored.node());
        ModelNode.writeFeatures(model.features(), stored.node());
        return stored;
    }

    private PartSink pieces(String kind) {
        int[] next = new int[1];
        return part -> {
            for (int from = 0; from < part.length; from += PIECE) {
                byte[] piece = new byte[Math.min(PIECE, part.length - from)];
                System.arraycopy(part, from, piece, 0, piece.length);
                parts.add(part(kind, next[0]++, piece));
            }
        };
    }

    /** The properties of a part, with its checksum. */
    static Map<String, Object> part(String kind, int index, byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return new HashMap<>(Map.of("kind", kind, "index", index, "crc", crc.getValue(), "bytes", bytes));
    }

    /** One with maps of its own. The bytes are shared: a change replaces them. */
    StoredInMemory copy() {
        List<Map<String, Object>> copies = new ArrayList<>();
        parts.forEach(part -> copies.add(new HashMap<>(part)));
        return new StoredInMemory(new HashMap<>(model), copies);
    }

    /** The bytes of its parts and of the texts of its node. */
    long bytes() {
        long texts = model.values().stream().mapToLong(value -> value instanceof String text ? text.length() : 0).sum();
        return texts + parts.stream().mapToLong(part -> part.get("bytes") instanceof byte[] bytes ? bytes.length : 0)
                .sum();
    }

    /** A transaction that finds the node of the model. */
    Transaction transaction() {
        return proxy(Transaction.class, (self, method, arguments) -> switch (method.getName()) {
            case "findNodes" -> iterator(List.of(node()));
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private Node node() {
        return node(model, parts.stream().map(part -> relationship(node(part, List.of()))).toList());
    }

    private static Relationship relationship(Node end) {
        return proxy(Relationship.class, (self, method, arguments) -> switch (method.getName()) {
            case "getEndNode" -> end;
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private static Node node(Map<String, Object> properties, List<Relationship> relationships) {
        return proxy(Node.class, (self, method, arguments) -> switch (method.getName()) {
            case "hasProperty" -> properties.containsKey((String) arguments[0]);
            case "setProperty" -> properties.put((String) arguments[0], arguments[1]);
            case "getProperty" -> arguments.length == 2
                    ? properties.getOrDefault((String) arguments[0], arguments[1])
                    : present(properties, (String) arguments[0]);
            case "getElementId" -> "4:memory:0";
            case "getDegree" -> relationships.size();
            case "getRelationships" -> iterable(relationships);
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private static Object present(Map<String, Object> properties, String key) {
        if (!properties.containsKey(key)) {
            throw new NotFoundException("no property '" + key + "'");
        }
        return properties.get(key);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{ type }, handler));
    }

    private static <T> ResourceIterable<T> iterable(List<T> list) {
        return new ResourceIterable<>() {
            @Override
            public ResourceIterator<T> iterator() {
                return StoredInMemory.iterator(list);
            }

            @Override
            public void close() {}
        };
    }

    private static <T> ResourceIterator<T> iterator(List<T> list) {
        Iterator<T> all = list.iterator();
        return new ResourceIterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public T next() {
                return all.next();
            }

            @Override
            public void close() {}
        };
    }
}
