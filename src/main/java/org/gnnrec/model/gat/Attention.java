package org.gnnrec.model.gat;

/** How a node and a neighbor make the number by which the neighbor is attended to. */
enum Attention {
    /** {@link StaticScores}, of GAT. */
    V1,
    /** {@link DynamicScores}, of GATv2. */
    V2
}
