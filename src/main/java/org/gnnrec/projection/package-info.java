/** From the store to dense ids and CSR. */
package org.gnnrec.projection;
