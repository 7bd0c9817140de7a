/** A training, a write, a drop: the steps of a call, its settings, and who owns what it writes. */
package org.gnnrec.jobs;
