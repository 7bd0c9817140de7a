/** Scores of what a program trained in its own JVM. */
package org.gnnrec.lab.ranking;
