/** Communities of item embeddings, and what sets each apart. Pure, without Neo4j. */
package org.gnnrec.insight;
