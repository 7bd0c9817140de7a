package org.gnnrec.model.gat;

/** How the attention of a node to a neighbor is computed. */
enum Attention {
    /** {@link StaticScores}, of GAT. */
    V1,
    /** {@link DynamicScores}, of GATv2. */
    V2
}
