package org.gnnrec.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gnnrec.archive.ModelFormatException;
import org.gnnrec.store.NodeProperties;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;

/**
 * The properties of the node of a model. Each is checked when it is read, because everyone who may write to the database
 * can change it.
 */
record StoredProperties(Node node) {
    static final String NAME = "modelName";

    /** The name of the model; the element id of the node where it has lost the name. */
    String modelName() {
        return value(NAME) instanceof String name ? name : node.getElementId();
    }

    boolean has(String key) {
        return value(key) != null;
    }

    /** True if the property is exactly this. */
    boolean is(String key, String value) {
        return value.equals(value(key));
    }

    /** True if another transaction deleted the node. */
    boolean isGone() {
        try {
            node.getDegree();
            return false;
        } catch (NotFoundException e) {
            return true;
        }
    }

    /** Null where there is no such property, or where another transaction deleted the node meanwhile. */
    private Object value(String key) {
        return NodeProperties.value(node, key);
    }

    String text(String key) {
        return required(key, String.class, "a text");
    }

    /** The text, or null where there is none. */
    String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    boolean flag(String key) {
        return required(key, Boolean.class, "true or false");
    }

    /** A whole number, of either size: Cypher makes all of them 64-bit ones when it copies nodes. */
    long integer(String key, long low, long high) {
        String kind = "a whole number in [" + low + ", " + high + "]";
        Number number = required(key, Number.class, kind);
        boolean isWhole = !(number instanceof Double || number instanceof Float);
        if (!isWhole || number.longValue() < low || number.longValue() > high) {
            throw unreadable(key, "must be " + kind + " but is " + number);
        }
        return number.longValue();
    }

    /** A finite number above the bound. */
    double numberAbove(double bound, String key) {
        double number = required(key, Double.class, "a number");
        if (!(number > bound && number < Double.POSITIVE_INFINITY)) {
            throw unreadable(key, "must be a finite number above " + bound + " but is " + number);
        }
        return number;
    }

    List<String> texts(String key) {
        return List.of(required(key, String[].class, "a list of texts"));
    }

    /** A map that {@link Json} wrote. */
    Map<String, Object> map(String key) {
        return Json.read(text(key)).orElseThrow(() -> unreadable(key, "is no JSON object"));
    }

    /** What this reads from a property that {@link Json} wrote. */
    <T> T json(String key, Function<Map<String, Object>, T> reader) {
        Map<String, Object> map = map(key);
        try {
            return reader.apply(map);
        } catch (ClassCastException | NullPointerException e) {
            throw unreadable(key, "lacks a value, or has one of another type");
        } catch (ModelFormatException e) {
            throw ModelFormatException.ofModel(modelName(), e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw unreadable(key, "does not fit: " + e.getMessage());
        }
    }

    <T> T required(String key, Class<T> type, String kind) {
        Object value = value(key);
        if (!type.isInstance(value)) {
            throw unreadable(key, "must be " + kind + " but is "
                    + (value == null ? "missing" : "of the type " + value.getClass().getSimpleName()));
        }
        return type.cast(value);
    }

    ModelFormatException unreadable(String key, String reason) {
        return new ModelFormatException("model '" + modelName() + "': its property '" + key + "' " + reason);
    }
}
