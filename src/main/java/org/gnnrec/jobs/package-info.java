/** The steps of a call that trains, writes or drops, its settings, and the ownership of what it writes. */
package org.gnnrec.jobs;
