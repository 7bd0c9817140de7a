/** From trained models to node properties and indexes. */
package org.gnnrec.writeback;
