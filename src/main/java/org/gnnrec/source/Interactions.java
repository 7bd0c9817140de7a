package org.gnnrec.source;

import java.util.List;

/**
 * The definition of an interaction for the life of a model. Training, fold-in, the seen-filter and evaluation all use
 * it.
 *
 * @param types the relationship types that were trained on; none where the rows of a query without types were
 * @param testTypes the relationship types that the model is evaluated on
 */
public record Interactions(NodeKind users, NodeKind items, List<String> types, List<String> testTypes,
        Weighting weighting, Decay decay, GraphSource source) {}
