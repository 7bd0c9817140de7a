package org.gnnrec.model.gat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.gnnrec.linalg.DenseAlgebra;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.linalg.RowProducts;
import org.gnnrec.model.layer.Block;
import org.gnnrec.model.layer.Layer;
import org.gnnrec.model.layer.Linears;
import org.gnnrec.model.layer.Pass;
import org.gnnrec.testing.Blocks;
import org.gnnrec.testing.LayerGradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatLayerTest {
    private static final int D = 6;
    private static final int SOURCES = 20;

    @ParameterizedTest
    @CsvSource({ "V1,true,1,0", "V1,true,3,0", "V1,false,1,0", "V1,false,3,0", "V2,true,1,0", "V2,true,3,0",
            "V2,false,1,0", "V2,false,3,0", "V1,true,3,0.4", "V1,false,2,0.4", "V2,true,3,0.4", "V2,false,2,0.4" })
    void forwardAndGradientsAreThoseOfTheFormulas(Attention attention, boolean hidden, int heads, double dropout) {
        SplittableRandom random = new SplittableRandom(7);
        GatShape shape = new GatShape(attention, heads, dropout);
        try (Parallel parallel = new Parallel(2)) {
            LayerGradient check = new LayerGradient(layer(shape, hidden, parallel), new GatTwin(shape, hidden),
                    Blocks.rising(7, SOURCES, random), random);
            assertThat(check.forwardError()).isLessThan(1e-5);
            assertThat(check.backwardError()).isLessThan(1e-4);
        }
    }

    @ParameterizedTest
    @EnumSource(Attention.class)
    void theOrderOfTheNeighborsDoesNotMatter(Attention attention) {
        Layer layer = random(new GatShape(attention, 2, 0));
        Block block = Blocks.rising(9, SOURCES, new SplittableRandom(3));
        DenseMatrix source = source(5);
        float[] before = forward(layer, block, source, Pass.INFERENCE);
        float[] after = forward(layer, reversed(block), source, Pass.INFERENCE);
        assertThat(after).containsExactly(before, within(1e-5f));
    }

    private static Block reversed(Block block) {
        int[] columns = block.columns().clone();
        for (int t = 0; t < block.size(); t++) {
            for (int n = 0; n < block.degree(t); n++) {
                columns[block.offsets()[t] + n] = block.columns()[block.offsets()[t + 1] - 1 - n];
            }
        }
        return new Block(block.size(), block.sourceCount(), block.offsets(), columns, block.weights());
    }

    @Test
    void whatRelationshipsWeighDoesNotCount() {
        Layer layer = random(new GatShape(Attention.V2, 2, 0));
        Block block = Blocks.rising(5, SOURCES, new SplittableRandom(3));
        Block other = new Block(block.size(), block.sourceCount(), block.offsets(), block.columns(),
                new float[block.weights().length]);
        assertThat(forward(layer, other, source(5), Pass.INFERENCE))
                .containsExactly(forward(layer, block, source(5), Pass.INFERENCE));
    }

    @ParameterizedTest
    @EnumSource(Attention.class)
    void aNodeWithoutNeighborsAttendsToItselfAlone(Attention attention) {
        Layer layer = random(new GatShape(attention, 1, 0));
        DenseMatrix source = source(5);
        DenseMatrix transformed = DenseMatrix.zeros(SOURCES, D);
        DenseAlgebra.java().multiplyTransposed(source, layer.weights().getFirst().values(), transformed);
        Block alone = new Block(2, SOURCES, new int[3], new int[0], new float[0]);
        float[] rows = forward(layer, alone, source, Pass.INFERENCE);
        Kernels.get().axpy(1, source.data(), 0, transformed.data(), 0, rows.length);
        assertThat(rows).containsExactly(Arrays.copyOf(transformed.data(), rows.length), within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource(Attention.class)
    void amongAMillionEqualNeighborsANodeGetsWhatOneSends(Attention attention) {
        Layer layer = random(new GatShape(attention, 2, 0));
        int degree = 1_000_000;
        int[] columns = new int[degree];
        Arrays.fill(columns, 1);
        Block many = new Block(1, SOURCES, new int[]{ 0, degree }, columns, new float[0]);
        Block itself = new Block(1, SOURCES, new int[]{ 0, 0 }, columns, new float[0]);
        float[] own = source(5).data();
        DenseMatrix source = firstAs(source(5), 1);
        float[] sent = forward(layer, itself, source, Pass.INFERENCE);
        Kernels.get().axpy(-1, source.data(), 0, sent, 0, D);
        Kernels.get().axpy(1, own, 0, sent, 0, D);
        assertThat(forward(layer, many, source(5), Pass.INFERENCE)).containsExactly(sent, within(1e-4f));
    }

    private static DenseMatrix firstAs(DenseMatrix source, int row) {
        System.arraycopy(source.data(), source.offset(row), source.data(), 0, D);
        return source;
    }

    @ParameterizedTest
    @EnumSource(Attention.class)
    void dropoutDisturbsTrainingAloneAndTheSameSeedGivesTheSameBitsOnAnyNumberOfThreads(Attention attention) {
        Block block = Blocks.rising(9, SOURCES, new SplittableRandom(3));
        GatShape shape = new GatShape(attention, 2, 0.5);
        float[] calm = forward(random(shape), block, source(5), Pass.INFERENCE);
        assertThat(calm).containsExactly(forward(random(new GatShape(attention, 2, 0)), block, source(5), training(1)));
        float[] one = forward(random(shape), block, source(5), training(1));
        assertThat(one).isNotEqualTo(calm).isNotEqualTo(forward(random(shape), block, source(5), training(2)));
        for (int concurrency = 2; concurrency <= 3; concurrency++) {
            try (Parallel parallel = new Parallel(concurrency)) {
                Layer layer = initialized(layer(shape, false, parallel));
                assertThat(forward(layer, block, source(5), training(1))).containsExactly(one);
            }
        }
    }

    /** Where all scores are zero, the result is linear in what is dropped. */
    @Test
    void dropoutChangesNoExpectation() {
        Layer layer = random(new GatShape(Attention.V2, 2, 0.3));
        layer.weights().stream().filter(weight -> weight.name().endsWith(".attention"))
                .forEach(weight -> Arrays.fill(weight.values().data(), 0));
        Block block = Blocks.rising(6, SOURCES, new SplittableRandom(3));
        float[] calm = forward(layer, block, source(5), Pass.INFERENCE);
        Pass pass = training(9);
        int draws = 20_000;
        float[] mean = new float[calm.length];
        for (int n = 0; n < draws; n++) {
            float[] one = forward(layer, block, source(5), pass);
            for (int c = 0; c < mean.length; c++) {
                mean[c] += one[c] / draws;
            }
        }
        assertThat(mean).containsExactly(calm, within(0.05f));
    }

    private static Pass training(long seed) {
        return new Pass(new SplittableRandom(seed));
    }

    private static float[] forward(Layer layer, Block block, DenseMatrix source, Pass pass) {
        DenseMatrix target = DenseMatrix.zeros(block.size(), layer.outputDimension());
        layer.forward(block, source, target, pass);
        return target.data();
    }

    private static DenseMatrix source(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DenseMatrix source = DenseMatrix.zeros(SOURCES, D);
        for (int n = 0; n < source.data().length; n++) {
            source.data()[n] = (float) random.nextDouble(-1, 1);
        }
        return source;
    }

    /** The last layer, on one thread. */
    private static Layer random(GatShape shape) {
        return initialized(layer(shape, false, new Parallel(1)));
    }

    private static Layer initialized(Layer layer) {
        layer.initialize(new SplittableRandom(1));
        return layer;
    }

    private static Layer layer(GatShape shape, boolean hidden, Parallel parallel) {
        return Gat.layers(hidden ? 2 : 1, D, shape, SOURCES,
                Linears.zeros(new RowProducts(DenseAlgebra.java(), parallel))).getFirst();
    }
}
