/**
 * Runs a real server over a data set and scores what it trained: one JSON object a run. Imports the readers, the
 * launcher and the driver; calls the plugin through Cypher only.
 */
package org.gnnrec.lab.eval;
