package org.gnnrec.feature;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.gnnrec.feature.FeatureValue.Scalar;
import org.gnnrec.feature.FeatureValue.Texts;
import org.gnnrec.feature.FeatureValue.Truth;
import org.gnnrec.feature.FeatureValue.Vector;

/**
 * Reads a property value by its Java type. Null is missing, and so are an empty list, which has no type, and a number
 * or a vector with a number that is NaN, infinite or beyond 1e100.
 */
final class ValueReader {
    private ValueReader() {}

    /** The value, or null if it is missing. Fails if it cannot be a feature. */
    static FeatureValue read(Object value, Origin origin) {
        return switch (value) {
            case null -> null;
            case Moment time -> scalar(FeatureKind.TIME, time.epochSeconds());
            case Number number -> scalar(FeatureKind.NUMBER, number.doubleValue());
            case Boolean truth -> new Truth(truth);
            case String text -> new Texts(List.of(text));
            case Character letter -> new Texts(List.of(letter.toString()));
            case float[] numbers -> vector(IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray());
            case double[] numbers -> vector(numbers);
            case Object array when array.getClass().isArray() -> list(elements(array), origin);
            case List<?> list -> list(list, origin);
            default -> throw origin.unknownKind(value);
        };
    }

    private static FeatureValue scalar(FeatureKind kind, double number) {
        return Scaling.isUsable(number) ? new Scalar(kind, number) : null;
    }

    private static List<?> elements(Object array) {
        return IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList();
    }

    private static FeatureValue list(List<?> list, Origin origin) {
        if (list.stream().allMatch(Number.class::isInstance)) {
            return vector(list.stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray());
        }
        if (list.stream().allMatch(element -> element instanceof String || element instanceof Character)) {
            return new Texts(list.stream().map(Object::toString).distinct().toList());
        }
        throw origin.unknownKind(list);
    }

    /** Reads any empty list as well, whatever its elements would be. */
    private static FeatureValue vector(double[] numbers) {
        boolean isUsable = numbers.length > 0 && Arrays.stream(numbers).allMatch(Scaling::isUsable);
        return isUsable ? new Vector(numbers) : null;
    }
}
