/** Cypher in, rows out: parse, check, call, row. May import all others. */
package org.gnnrec.procedure;
