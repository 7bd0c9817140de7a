/** What every package that touches the store shares: node ids, id values, inner transactions. Imports nothing of ours. */
package org.gnnrec.store;
