package org.gnnrec.model.spectral;

import org.gnnrec.config.Config;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.graph.CsrGraph;
import org.gnnrec.linalg.DenseMatrix;
import org.gnnrec.linalg.NamedArrays;
import org.gnnrec.linalg.Workers;
import org.gnnrec.model.DegreePowers;
import org.gnnrec.model.ClosedSpec;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.FoldIn;
import org.gnnrec.model.FoldedUsers;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.model.TrainingGraph;
import org.gnnrec.model.TrainingSize;

/**
 * One truncated SVD with its hyperparameters. V are the right singular vectors of {@code D_u^-1/2 R D_i^-1/2} with the
 * largest singular values s. The vector of an item is {@code d_i^c s^p V_i}, that of a user {@code d_u^-1/2 sum over i
 * of w_ui d_i^-b V_i}. With p = 0, b = c = 1/2 the score is the ideal low-pass filter of GF-CF (Shen et al., "How
 * Powerful is Graph Convolution for Recommendation?", CIKM 2021, equation 10). Nothing is kept of a user, so every user
 * folds in exactly.
 */
record SpectralSpec(Config config) implements ClosedSpec {
    /** The most dimensions that validation tries, and those of a model while they are open. */
    static final int MOST_TRIED_DIMENSION = 512;

    @Override
    public int dimension() {
        return config.has(SpectralKeys.DIMENSION) ? config.get(SpectralKeys.DIMENSION) : MOST_TRIED_DIMENSION;
    }

    @Override
    public TrainedModel solve(TrainingGraph graph, long seed, Workers workers) {
        CsrGraph rows = graph.edges().userItems();
        Spectrum spectrum = Spectrum.of(graph, dimension(), seed, workers);
        DenseMatrix items = items(spectrum, DegreePowers.of(rows, config.require(SpectralKeys.OUTPUT_EXPONENT)));
        NamedArrays state = NamedArrays.NONE.with(SpectralFoldIn.SINGULAR_VALUES,
                spectrum.values(dimension()));
        FoldIn foldIn = foldIn(new FittedModel(rows, items, state));
        return new TrainedModel(FoldedUsers.of(foldIn, rows, dimension(), workers), items, state);
    }

    /** {@code d_i^c s^p V_i}. */
    private DenseMatrix items(Spectrum spectrum, float[] powers) {
        float[] scales = SpectralFoldIn.powers(spectrum.values(dimension()),
                config.require(SpectralKeys.SPECTRUM_EXPONENT));
        DenseMatrix items = DenseMatrix.zeros(powers.length, dimension());
        for (int item = 0; item < powers.length; item++) {
            spectrum.copyVector(item, dimension(), items);
            for (int n = 0; n < scales.length; n++) {
                items.data()[items.offset(item) + n] *= powers[item] * scales[n];
            }
        }
        return items;
    }

    @Override
    public FoldIn foldIn(FittedModel model) {
        double share = config.require(SpectralKeys.INPUT_EXPONENT) + config.require(SpectralKeys.OUTPUT_EXPONENT);
        return new SpectralFoldIn(model, share, config.require(SpectralKeys.SPECTRUM_EXPONENT));
    }

    @Override
    public void requireFits(FittedModel model, FeatureSchemas features) {
        SpectralKeys.EXPONENTS.forEach(config::require);
        model.state().matrix(SpectralFoldIn.SINGULAR_VALUES, 1, dimension());
        if (model.dimension() != dimension()) {
            throw new IllegalArgumentException("the embeddings of items must have " + dimension()
                    + " floats but have " + model.dimension());
        }
    }

    /** The decomposition, weights of both directions, a panel of users, and the model beside the vectors. */
    @Override
    public long bytes(TrainingSize size) {
        return Spectrum.bytes(size, dimension()) + size.rowBytes(dimension()) + 4 * size.items() * dimension();
    }
}
