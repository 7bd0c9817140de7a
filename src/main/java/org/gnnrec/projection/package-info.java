/** From the store to dense ids and CSR. Imports graph and store. */
package org.gnnrec.projection;
