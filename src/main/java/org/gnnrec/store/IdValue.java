package org.gnnrec.store;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;

/**
 * Values of id properties in a canonical form, in which equal ids are equal objects. 42 and 42.0 are one id (JavaScript
 * knows no integers), '42' is another. Whole numbers become Long, and arrays become lists; all else stays as it is.
 */
public final class IdValue {
    private static final double LONG_END = 0x1p63;

    private IdValue() {}

    /** The canonical form of a property value or of an argument; null stays null. */
    public static Object canonical(Object value) {
        return switch (value) {
            case null -> null;
            case Double number -> ofDouble(number);
            case Float number -> ofDouble(number.doubleValue());
            case Number number -> number.longValue();
            case Character character -> character.toString();
            case Object array when array.getClass().isArray() -> ofArray(array);
            case List<?> list -> list.stream().map(IdValue::ofElement).toList();
            default -> value;
        };
    }

    /** No property has lists in a list, and an argument may have them deeper than the stack. */
    private static Object ofElement(Object element) {
        return element instanceof List ? element : canonical(element);
    }

    /** True for what a property can hold: a value, or a list of values. */
    public static boolean isPossible(Object value) {
        return value instanceof List<?> list ? list.stream().allMatch(IdValue::isValue) : isValue(value);
    }

    private static boolean isValue(Object value) {
        return value != null && !(value instanceof List || value instanceof Map || value instanceof Entity
                || value instanceof Path);
    }

    /** A canonical value as Neo4j's API takes it, with arrays in place of lists. Null if no property can hold it. */
    public static Object storable(Object canonical) {
        return canonical instanceof List<?> list ? arrayOf(list) : canonical;
    }

    private static Object arrayOf(List<?> list) {
        if (list.stream().allMatch(Long.class::isInstance)) {
            return list.stream().mapToLong(Long.class::cast).toArray();
        }
        if (list.stream().allMatch(Number.class::isInstance)) {
            return list.stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray();
        }
        Class<?> type = list.stream().filter(Objects::nonNull).findFirst().map(Object::getClass).orElse(null);
        boolean isStorable = type != null && list.stream().allMatch(type::isInstance);
        return isStorable ? list.toArray((Object[]) Array.newInstance(type, 0)) : null;
    }

    /** The canonical id of a node, or null if it has none or is gone. */
    public static Object of(Node node, String property) {
        return canonical(NodeProperties.value(node, property));
    }

    /** True if this node still carries any of these labels and this id. */
    public static boolean matches(Node node, List<Label> labels, String property, Object canonical) {
        return node != null && canonical.equals(of(node, property)) && Labels.hasAny(node, labels);
    }

    private static Object ofDouble(double number) {
        boolean whole = number == Math.rint(number) && number >= -LONG_END && number < LONG_END;
        return whole ? (Object) (long) number : (Object) number;
    }

    private static List<Object> ofArray(Object array) {
        List<Object> list = new ArrayList<>(Array.getLength(array));
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(canonical(Array.get(array, i)));
        }
        return List.copyOf(list);
    }
}
