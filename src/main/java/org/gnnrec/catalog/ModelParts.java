package org.gnnrec.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.gnnrec.archive.ArrayBytes;
import org.gnnrec.archive.ArrayEntry;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.linalg.NamedArray;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** The numbers of one model version: {@code (:_GnnRecModel)-[:_PART]->(:_GnnRecPart {kind, index, crc, bytes})}. */
final class ModelParts {
    static final Label PART = Label.label("_GnnRecPart");
    static final RelationshipType HAS_PART = RelationshipType.withName("_PART");
    private static final int PARTS_PER_TRANSACTION = 8;

    private ModelParts() {}

    /** Writes parts of one kind after the other, several in a transaction. {@link #flush} ends the last transaction. */
    static final class Writer {
        private final InnerTransactions inner;
        private final String modelElementId;
        private final List<Pending> pending = new ArrayList<>();
        private String kind;
        private int index;

        Writer(InnerTransactions inner, String modelElementId) {
            this.inner = inner;
            this.modelElementId = modelElementId;
        }

        /** Begins another kind with part 0. */
        ArrayBytes.PartSink begin(String nextKind) {
            kind = nextKind;
            index = 0;
            return this::add;
        }

        private void add(byte[] bytes) {
            pending.add(new Pending(kind, index++, bytes));
            if (pending.size() == PARTS_PER_TRANSACTION) {
                flush();
            }
        }

        void flush() {
            inner.run(tx -> {
                Node model = tx.getNodeByElementId(modelElementId);
                pending.forEach(part -> part.create(tx, model));
            });
            pending.clear();
        }
    }

    private record Pending(String kind, int index, byte[] bytes) {
        void create(Transaction tx, Node model) {
            Node part = tx.createNode(PART);
            part.setProperty("kind", kind);
            part.setProperty("index", index);
            part.setProperty("crc", crc(bytes));
            part.setProperty("bytes", bytes);
            model.createRelationshipTo(part, HAS_PART);
        }
    }

    /** The parts of a model, by kind. O(parts). */
    static Map<String, List<Node>> byKind(Node model) {
        return model.getRelationships(Direction.OUTGOING, HAS_PART).stream().map(Relationship::getEndNode)
                .collect(Collectors.groupingBy(part -> property(part, "kind", String.class)));
    }

    /** Reads the array of a line of the directory from the parts of its kind, and checks them. */
    static NamedArray read(ArrayEntry entry, List<Node> parts) {
        List<Node> ordered = parts.stream().sorted(Comparator.comparingLong(ModelParts::index)).toList();
        return entry.read(ordered.size(), index -> checked(ordered.get(index), entry.name(), index));
    }

    private static byte[] checked(Node part, String kind, int expectedIndex) {
        byte[] bytes = property(part, "bytes", byte[].class);
        if (index(part) != expectedIndex || property(part, "crc", Number.class).longValue() != crc(bytes)) {
            throw new ModelFormatException("part " + expectedIndex + " of '" + kind + "' is missing or damaged");
        }
        return bytes;
    }

    /** A number that may have become a 64-bit one: Cypher makes all of them so when it copies nodes. */
    private static long index(Node part) {
        return property(part, "index", Number.class).longValue();
    }

    private static <T> T property(Node part, String key, Class<T> type) {
        Object value = part.getProperty(key, null);
        if (!type.isInstance(value)) {
            throw new ModelFormatException("part '" + part.getProperty("kind", null) + "' number "
                    + part.getProperty("index", null) + " must have a " + type.getSimpleName() + " as '" + key
                    + "', but has " + (value == null ? "nothing" : "a " + value.getClass().getSimpleName()));
        }
        return type.cast(value);
    }

    private static long crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }

    /**
     * Deletes up to this many parts, with all that a stranger tied to them. Returns whether any are left. A node that is
     * no part stays.
     */
    static boolean deleteSome(Node model, int limit) {
        List<Node> parts = model.getRelationships(Direction.OUTGOING, HAS_PART).stream().map(Relationship::getEndNode)
                .filter(part -> part.hasLabel(PART)).distinct().limit(limit).toList();
        parts.forEach(ModelParts::delete);
        return parts.size() == limit;
    }

    private static void delete(Node part) {
        part.getRelationships().forEach(Relationship::delete);
        part.delete();
    }
}
