/** What every package that touches the store shares: node ids, id values, inner transactions. */
package org.gnnrec.store;
