package org.gnnrec.model.lightgcn;

import org.gnnrec.graph.Normalization;

/**
 * The variant and size of a LightGCN: that of He et al., SIGIR 2020, or with {@code rowNormalization} LightGCN++ (Lee
 * et al., "Revisiting LightGCN: Unexpected Inflexibility, Inconsistency, and A Remedy Towards Improved Recommendation",
 * RecSys 2024), whose hops start from rows of length one.
 *
 * @param layers K, the hops
 * @param dimension d, the width of an embedding
 * @param neighborSamples the most edges of a row of a batch
 */
record LightGcnShape(int layers, int dimension, boolean rowNormalization, int neighborSamples) {

    /** alpha and beta of LightGCN++, best on three of its five data sets and near it on the others. */
    private static final Normalization PLUS_PLUS = new Normalization(0.6, -0.1);
    /** gamma of LightGCN++, best on three of its five data sets and near it on the others. */
    private static final double OWN_WEIGHT = 0.2;

    /** a_0, or gamma: the weight of a node's own row; one where nothing is propagated. */
    double ownWeight() {
        return rowNormalization && layers > 0 ? OWN_WEIGHT : 1.0 / (layers + 1);
    }

    /** a_k, or (1 - gamma) / K: the weight of each hop; one where there is none. */
    double hopWeight() {
        return layers == 0 ? 1 : (1 - ownWeight()) / layers;
    }

    /** How much edges count in a hop. */
    Normalization normalization() {
        return rowNormalization ? PLUS_PLUS : Normalization.SYMMETRIC;
    }
}
