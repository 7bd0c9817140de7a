package org.gnnrec.training;

/** The phases of a training, in their order. */
public enum Phase {
    /** Short trainings that choose between configurations. */
    PILOT,
    /** The training that is measured on validation until it gains no more. */
    SELECT,
    /** The last training, on everything. */
    FIT
}
