package org.gnnrec.model;

import java.util.Locale;

/** The model types there are, by their Cypher names. */
public enum ModelType {
    /** {@link org.gnnrec.model.lightgcn.LightGcn}. */
    LIGHTGCN,
    /** {@link org.gnnrec.model.graphsage.GraphSage}. */
    GRAPHSAGE,
    /** {@link org.gnnrec.model.gat.Gat}. */
    GAT,
    /** {@link org.gnnrec.model.pinsage.PinSage}. */
    PINSAGE;

    /** False where users have no learned row of their own. */
    public boolean learnsUsers() {
        return this != PINSAGE;
    }

    /** The name in Cypher. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
