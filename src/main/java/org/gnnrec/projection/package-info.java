/** Reads users, items and interactions into dense ids and CSR. */
package org.gnnrec.projection;
