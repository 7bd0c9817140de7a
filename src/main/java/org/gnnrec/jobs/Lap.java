package org.gnnrec.jobs;

/** The laps of a training that its row shows. */
enum Lap {
    PROJECT, TRAIN, WRITE
}
