package org.gnnrec.projection;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gnnrec.linalg.HeapClaim;

/** What expressions gave for the nodes of a table, in the form that features are made of. Holds each text once. */
final class ExpressionValues {
    private static final int ROW_BYTES = 24;
    private static final int VALUE_BYTES = 32;
    private static final int TEXT_BYTES = 120;
    private static final int ELEMENT_BYTES = 8;

    private final List<String> names;
    private final Object[][] rows;
    private final HeapClaim heap;
    private final Map<String, String> texts = new HashMap<>();

    /** @param heap claims what the values hold */
    ExpressionValues(List<String> names, int nodes, HeapClaim heap) {
        this.names = names;
        this.rows = new Object[nodes][];
        this.heap = heap;
    }

    /** Takes the values of a node, for {@link #keep} to go over. Threads may do so for nodes of their own. */
    void put(int node, Object[] values) {
        rows[node] = values;
    }

    /** Makes what was taken for these nodes as small as can be, and claims it. */
    int keep(int from, int to) {
        long bytes = 0;
        for (int node = from; node < to; node++) {
            bytes += rows[node] == null ? 0 : keep(rows[node]);
        }
        heap.grow(bytes);
        return to - from;
    }

    private long keep(Object[] values) {
        long bytes = ROW_BYTES;
        for (int n = 0; n < values.length; n++) {
            values[n] = compact(values[n]);
            bytes += VALUE_BYTES + ELEMENT_BYTES * length(values[n]);
        }
        return bytes;
    }

    private static long length(Object value) {
        return switch (value) {
            case List<?> list -> list.size();
            case Object array when array.getClass().isArray() -> Array.getLength(array);
            case null, default -> 0;
        };
    }

    private Object compact(Object value) {
        return switch (value) {
            case String text -> shared(text);
            case String[] list -> Arrays.stream(list).map(this::shared).toList();
            case List<?> list when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(text -> shared((String) text)).toList();
            case List<?> list when list.stream().allMatch(Number.class::isInstance) ->
                list.stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray();
            case null, default -> value;
        };
    }

    private String shared(String text) {
        String known = texts.putIfAbsent(text, text);
        if (known == null) {
            heap.grow(TEXT_BYTES + 2L * text.length());
        }
        return known == null ? text : known;
    }

    /** The properties of a node together with what the expressions gave. */
    Map<String, Object> with(Map<String, Object> properties, int node) {
        if (rows[node] == null) {
            return properties;
        }
        Map<String, Object> all = new HashMap<>(properties);
        for (int n = 0; n < names.size(); n++) {
            all.put(names.get(n), rows[node][n]);
        }
        return all;
    }
}
