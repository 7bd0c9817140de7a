package org.gnnrec.feature;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One property and the columns it owns. The columns of its encoding begin at {@code firstColumn}. If a node of the
 * training had no value, one more column follows, which is 1 for a missing value.
 *
 * @param missing how many nodes of the training had no value
 */
record FeatureProperty(String name, Encoding encoding, long missing, int firstColumn) {

    /** The column after its last one. */
    int endColumn() {
        return firstColumn + encoding.width() + (missing > 0 ? 1 : 0);
    }

    /** Puts this node's value of the property into the current row. */
    void encode(Object id, Object value, FeatureMatrixBuilder row) {
        Origin origin = new Origin(name, id);
        FeatureValue read = ValueReader.read(value, origin);
        if (read != null) {
            encoding.kind().require(read.kind(), origin);
            encoding.encode(read, firstColumn, row, origin);
        } else if (missing > 0) {
            row.put(endColumn() - 1, 1);
        }
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("kind", encoding.kind().key());
        map.put("missing", missing);
        encoding.write(map);
        return map;
    }

    /** The property that {@link #toMap} gave. Fails where its columns go beyond the last int. */
    static FeatureProperty of(SchemaMap map, int firstColumn) {
        FeatureProperty property = new FeatureProperty(map.text("name"), encoding(FeatureKind.of(map.get("kind")), map),
                map.whole("missing", 0, Long.MAX_VALUE), firstColumn);
        if ((long) firstColumn + property.encoding.width() >= Integer.MAX_VALUE) {
            throw map.refused("kind", map.get("kind"), "of at most " + (Integer.MAX_VALUE - firstColumn) + " columns");
        }
        return property;
    }

    private static Encoding encoding(FeatureKind kind, SchemaMap map) {
        return switch (kind) {
            case NUMBER, TIME -> Standardization.of(kind, map);
            case BOOLEAN -> TruthEncoding.INSTANCE;
            case TEXT -> Vocabulary.of(map);
            case VECTOR -> VectorScale.of(map);
        };
    }
}
