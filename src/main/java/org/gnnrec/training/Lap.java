package org.gnnrec.training;

/** The laps of a training that its metrics show. */
enum Lap {
    SELECT, FIT
}
