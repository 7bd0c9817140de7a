package org.gnnrec.linalg;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Arrays by name, each with its type and shape. Immutable; the arrays are shared, never copied. */
public final class NamedArrays {
    public static final NamedArrays NONE = new NamedArrays(Map.of());

    private final Map<String, NamedArray> arrays;

    private NamedArrays(Map<String, NamedArray> arrays) {
        this.arrays = Collections.unmodifiableMap(arrays);
    }

    /** These arrays and one more, or another in the place of one of the same name. */
    public NamedArrays with(String name, NamedArray array) {
        Map<String, NamedArray> more = new LinkedHashMap<>(arrays);
        more.put(name, array);
        return new NamedArrays(more);
    }

    public NamedArrays with(String name, DenseMatrix matrix) {
        return with(name, new NamedArray.Floats(matrix));
    }

    /** These arrays and those of another, whose names begin with the prefix here. */
    public NamedArrays with(String prefix, NamedArrays others) {
        Map<String, NamedArray> more = new LinkedHashMap<>(arrays);
        others.arrays.forEach((name, array) -> more.put(prefix + name, array));
        return new NamedArrays(more);
    }

    /** The arrays whose names begin with the prefix, without it: what {@link #with(String, NamedArrays)} took. */
    public NamedArrays under(String prefix) {
        Map<String, NamedArray> some = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                some.put(name.substring(prefix.length()), array);
            }
        });
        return new NamedArrays(some);
    }

    /** The arrays by their names, in the order in which they came. */
    public Map<String, NamedArray> asMap() {
        return arrays;
    }

    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    /** @throws NoSuchElementException where there is no such matrix */
    public DenseMatrix matrix(String name) {
        return require(name, NamedArray.Floats.class).matrix();
    }

    /**
     * The matrix, which must have this shape.
     *
     * @throws NoSuchElementException where there is no such matrix
     * @throws IllegalArgumentException where it has another shape
     */
    public DenseMatrix matrix(String name, int rows, int cols) {
        DenseMatrix matrix = matrix(name);
        if (matrix.rows() != rows || matrix.cols() != cols) {
            throw new IllegalArgumentException("array '" + name + "' must be " + rows + " x " + cols + " but is "
                    + matrix.rows() + " x " + matrix.cols());
        }
        return matrix;
    }

    /** @throws NoSuchElementException where there is no such array of numbers */
    public int[] ints(String name) {
        return require(name, NamedArray.Ints.class).values();
    }

    /** @throws NoSuchElementException where there is no such array of bytes */
    public NamedArray.Bytes bytes(String name) {
        return require(name, NamedArray.Bytes.class);
    }

    private <T extends NamedArray> T require(String name, Class<T> type) {
        if (!type.isInstance(arrays.get(name))) {
            throw new NoSuchElementException("there is no array '" + name + "' of " + type.getSimpleName()
                    + " among " + arrays.keySet());
        }
        return type.cast(arrays.get(name));
    }
}
