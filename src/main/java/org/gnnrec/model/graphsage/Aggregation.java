package org.gnnrec.model.graphsage;

/** The ways in which GraphSAGE makes one row of a node's neighbors. */
enum Aggregation {
    /** {@link MeanAggregator}. */
    MEAN,
    /** {@link GcnAggregator}, which includes the node's own row. */
    GCN,
    /** {@link PoolAggregator}. */
    POOL,
    /** {@link LstmAggregator}. */
    LSTM
}
