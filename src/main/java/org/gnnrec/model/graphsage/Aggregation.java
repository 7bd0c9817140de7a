package org.gnnrec.model.graphsage;

/** How GraphSAGE makes one row of a node's neighbors. */
enum Aggregation {
    /** {@link MeanAggregator}. */
    MEAN,
    /** {@link GcnAggregator}, which takes the place of the node's own row too. */
    GCN,
    /** {@link PoolAggregator}. */
    POOL,
    /** {@link LstmAggregator}. */
    LSTM
}
