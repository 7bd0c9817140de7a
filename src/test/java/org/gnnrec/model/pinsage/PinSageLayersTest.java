package org.gnnrec.model.pinsage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Linears;
import org.gnnrec.testing.Blocks;
import org.gnnrec.testing.LayerGradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layers beside their twin. */
class PinSageLayersTest {
    private static final int D = 5;

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aConvolutionAndItsGradientsAreThoseOfTheFormulas(boolean hidden) {
        check(hidden ? 2 : 1, 0, (block, source, weights) -> PinSageTwin.convolve(hidden, block, source, weights));
    }

    @Test
    void theHeadAndItsGradientsAreThoseOfTheFormulas() {
        check(0, 0, PinSageTwin::head);
    }

    private static void check(int count, int place, LayerGradient.Twin twin) {
        SplittableRandom random = new SplittableRandom(7);
        try (Parallel parallel = new Parallel(2)) {
            Layer layer = PinSage.layers(count, D, 20, Linears.zeros(new RowProducts(DenseAlgebra.java(), parallel)))
                    .get(place);
            LayerGradient check = new LayerGradient(layer, twin, Blocks.rising(6, 20, random), random);
            assertThat(check.forwardError()).isLessThan(1e-6);
            assertThat(check.backwardError()).isLessThan(1e-4);
        }
    }
}
