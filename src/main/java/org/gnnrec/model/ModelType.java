package org.gnnrec.model;

import java.util.Locale;

/** The model types there are, by their Cypher names. */
public enum ModelType {
    /** {@link org.gnnrec.model.lightgcn.LightGcn}. */
    LIGHTGCN,
    /** {@link org.gnnrec.model.graphsage.GraphSage}. */
    GRAPHSAGE,
    /** {@link org.gnnrec.model.gat.Gat}. */
    GAT;

    /** The name in Cypher. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
