package org.gnnrec.serving;

/** What a node is asked for as. Where users and items share a label, it may be both. */
public enum Side {
    USER, ITEM
}
