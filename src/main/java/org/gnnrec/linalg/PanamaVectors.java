package org.gnnrec.linalg;

import jdk.incubator.vector.FloatVector;

/** What {@link PanamaKernels} does with a FloatVector besides its own methods. */
final class PanamaVectors {
    private PanamaVectors() {}

    /**
     * Casts a vector to the type that the call wants. Without this cast, the verifier would load the Vector API on
     * reflection over this class, to learn that a FloatVector is a Vector.
     */
    @SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
    static <V> V as(Object vector) {
        return (V) vector;
    }

    /**
     * Adds the lanes of a FloatVector, by halves down to four. {@code reduceLanes} leaves the order open: it adds in
     * one order when interpreted and in another once compiled, so the bits of a run would depend on the compiler.
     */
    static float sum(Object vector) {
        FloatVector v = as(vector);
        if (v.length() == 16) {
            FloatVector half = as(v.reinterpretShape(FloatVector.SPECIES_256, 0));
            v = half.add(as(v.reinterpretShape(FloatVector.SPECIES_256, 1)));
        }
        if (v.length() == 8) {
            FloatVector half = as(v.reinterpretShape(FloatVector.SPECIES_128, 0));
            v = half.add(as(v.reinterpretShape(FloatVector.SPECIES_128, 1)));
        }
        if (v.length() == 4) {
            return (v.lane(0) + v.lane(2)) + (v.lane(1) + v.lane(3));
        }
        float sum = 0;
        for (float lane : v.toArray()) {
            sum += lane;
        }
        return sum;
    }
}
