/** How much of what {@code gnnrec.recommend} finds the vector index finds too: {@code mvn -Pindex}. */
package org.gnnrec.lab.index;
