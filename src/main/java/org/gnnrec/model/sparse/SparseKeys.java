package org.gnnrec.model.sparse;

import java.util.List;
import org.gnnrec.config.Key;

/** The keys of a training of {@link SparseType}. */
final class SparseKeys {
    static final Key<Method> METHOD = Key.oneOf("method", List.of(Method.values()),
            "How items speak for one another: by a regression of each on its nearest items, or by users in common.")
            .open("chosen");
    static final Key<Integer> NEIGHBORS = Key
            .integer("neighbors", 1, 1000, "How many items speak for an item, at most.").usually(200);
    static final Key<Boolean> EXACT = Key.bool("exact",
            "With `method: 'twoHop'`: whether a request walks over all interactions of the training, or reads the "
                    + "`neighbors` best items of each of the user's items.")
            .open("true if a walk takes less than two milliseconds");
    static final Key<Double> USER_EXPONENT = Key.number("userExponent", 0, 2,
            "The power of a user's degree that divides what the user says about two items.").open("chosen");
    static final Key<Double> INPUT_EXPONENT = Key.number("inputExponent", 0, 1,
            "The power of an item's degree that divides what the item says about others.").open("chosen");
    static final Key<Double> OUTPUT_EXPONENT = Key.number("outputExponent", -1, 1,
            "The power of an item's degree that multiplies its scores; below 0, popular items score lower.")
            .open("chosen");
    static final Key<Double> REGULARIZATION = Key.number("regularization", 1e-3, 1e6,
            "With `method: 'slim'`: the ridge, in users of the mean degree.").open("chosen");
    static final List<Key<?>> CHOSEN = List.of(METHOD, USER_EXPONENT, INPUT_EXPONENT, OUTPUT_EXPONENT,
            REGULARIZATION);
    static final List<Key<?>> ALL = List.of(METHOD, NEIGHBORS, EXACT, USER_EXPONENT, INPUT_EXPONENT, OUTPUT_EXPONENT,
            REGULARIZATION);

    private SparseKeys() {}
}
