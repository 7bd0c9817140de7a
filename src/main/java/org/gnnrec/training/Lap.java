package org.gnnrec.training;

/** The laps of a training. */
enum Lap {
    SELECT, FIT
}
