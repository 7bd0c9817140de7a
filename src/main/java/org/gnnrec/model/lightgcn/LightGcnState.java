package org.gnnrec.model.lightgcn;

/** The names of what is stored of a LightGCN. */
final class LightGcnState {
    /** e_0 of users, users x d. */
    static final String USER_BASE = "userBase";
    /** e_0 of items, items x d. */
    static final String ITEM_BASE = "itemBase";
    /** What each item sends to its users in the last hop, items x d. */
    static final String MESSAGES = "messages";

    private LightGcnState() {}
}
