package org.gnnrec.store;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;

/**
 * Values of id properties in a canonical form, in which equal ids are equal objects: 42 and 42.0 are one id (JavaScript
 * knows no integers), '42' is another. Whole numbers become Long, arrays lists; all else stays as it is.
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
            case List<?> list -> list.stream().map(IdValue::canonical).toList();
            default -> value;
        };
    }

    /** The canonical id of a node, or null where it has none or is gone. */
    public static Object of(Node node, String property) {
        try {
            return canonical(node.getProperty(property, null));
        } catch (NotFoundException e) {
            return null;
        }
    }

    /** True if this node still carries this label and this id. */
    public static boolean matches(Node node, Label label, String property, Object canonical) {
        return node != null && canonical.equals(of(node, property)) && node.hasLabel(label);
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
