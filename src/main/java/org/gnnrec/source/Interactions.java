package org.gnnrec.source;

import java.util.List;

/**
 * The definition of an interaction for the life of a model. Training, fold-in, the seen-filter and evaluation all use
 * it.
 *
 * @param types the relationship types or the names of the patterns that were trained on; none where the rows of a query without types were
 * @param testTypes the relationship types that the model is evaluated on
 */
public record Interactions(NodeKind users, NodeKind items, List<String> types, List<String> testTypes,
        Weighting weighting, Decay decay, GraphSource source) {
    /**
     * What an interaction weighs: zero or less is a dislike.
     *
     * @param weight its own, NaN where it has none
     * @param seconds its time since 1970, NaN where it is not known
     */
    public double weight(String type, double weight, double seconds) {
        double product = Weighting.product(weighting.typeWeight(type), weight);
        return product <= 0 ? product : product * decay.factor(seconds);
    }

    /** True where a node may be user and item. */
    public boolean sharesLabel() {
        return users.sharesLabel(items);
    }
}
