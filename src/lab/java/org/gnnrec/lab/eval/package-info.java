/**
 * Runs a real server over a data set and scores what it trained: one JSON object a run. Trains through Cypher only; the
 * baselines of its own are scored by the plugin's evaluation.
 */
package org.gnnrec.lab.eval;
