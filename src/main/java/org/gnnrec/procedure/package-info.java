/** Cypher in, rows out. */
package org.gnnrec.procedure;
