package org.gnnrec.model.spectral;

import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.ClosedType;

/**
 * A truncated singular value decomposition, see {@link SpectralSpec}. Validation chooses the exponents at the full
 * width, and then the width: a smaller one may be better, because directions that few interactions share are noise.
 */
public final class SpectralType implements ClosedType {
    private static final int USUAL_DIMENSION = 256;
    private static final List<Integer> DIMENSIONS = List.of(64, 128, 256, SpectralSpec.MOST_TRIED_DIMENSION);

    /** The exponents of item degrees where a user's items come in and where scores go out, and of singular values. */
    private record Exponents(double input, double output, double spectrum) {
        Config fill(Config config) {
            return config.fill(SpectralKeys.INPUT_EXPONENT, input).fill(SpectralKeys.OUTPUT_EXPONENT, output)
                    .fill(SpectralKeys.SPECTRUM_EXPONENT, spectrum);
        }
    }

    private static final List<Exponents> EXPONENTS = List.of(new Exponents(0.25, 0.25, 1), new Exponents(0, 0, 1),
            new Exponents(0, 0.25, 1), new Exponents(0.5, 0.5, 1), new Exponents(0.25, 0.25, 0),
            new Exponents(0, 0.25, 0), new Exponents(0.25, 0.5, 0), new Exponents(0.5, 0.5, 0));

    @Override
    public String name() {
        return "spectral";
    }

    @Override
    public List<Key<?>> keys() {
        return SpectralKeys.ALL;
    }

    @Override
    public List<Config> alternatives(Config config) {
        if (!SpectralKeys.EXPONENTS.stream().allMatch(config::has)) {
            return EXPONENTS.stream().map(exponents -> exponents.fill(config)).distinct().toList();
        }
        return config.has(SpectralKeys.DIMENSION)
                ? List.of(config)
                : DIMENSIONS.stream().map(dimension -> config.with(SpectralKeys.DIMENSION, dimension)).toList();
    }

    @Override
    public Config settled(Config config) {
        return EXPONENTS.getFirst().fill(config).fill(SpectralKeys.DIMENSION, USUAL_DIMENSION);
    }

    @Override
    public List<Key<?>> chosenKeys() {
        return Stream.concat(Stream.of(SpectralKeys.DIMENSION), SpectralKeys.EXPONENTS.stream()).toList();
    }

    @Override
    public SpectralSpec spec(Config config) {
        return new SpectralSpec(config);
    }
}
