/** Counts over subsamples of a data set how often a model is the best, and what it costs where it is not. */
package org.gnnrec.lab.subsample;
