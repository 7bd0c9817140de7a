package org.gnnrec.lab.data;

/** A part of a split. Its name is the relationship type its interactions are loaded as. */
public enum Part {
    TRAIN, VALID, TEST
}
