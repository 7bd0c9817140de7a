package org.gnnrec.model.spectral;

import java.util.List;
import org.gnnrec.config.Key;
import org.gnnrec.model.StepKeys;

/** The keys of a training of {@link SpectralType}. */
final class SpectralKeys {
    static final Key<Integer> DIMENSION = StepKeys.EMBEDDING_DIMENSION.open("chosen among 64, 128, 256 and 512");
    static final Key<Double> INPUT_EXPONENT = Key.number("inputExponent", 0, 1,
            "The power of an item's degree that divides what the item says about its users.").open("chosen");
    static final Key<Double> OUTPUT_EXPONENT = Key.number("outputExponent", 0, 1,
            "The power of an item's degree that multiplies its scores.").open("chosen");
    static final Key<Double> SPECTRUM_EXPONENT = Key.number("spectrumExponent", 0, 2,
            "The power of the singular values: above 0, directions that many interactions share count more.")
            .open("chosen");
    static final List<Key<?>> EXPONENTS = List.of(INPUT_EXPONENT, OUTPUT_EXPONENT, SPECTRUM_EXPONENT);
    static final List<Key<?>> ALL = List.of(DIMENSION, INPUT_EXPONENT, OUTPUT_EXPONENT, SPECTRUM_EXPONENT);

    private SpectralKeys() {}
}
