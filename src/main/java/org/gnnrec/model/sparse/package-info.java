/** Scores by item to item: what a user's items say of others directly, without embeddings. */
package org.gnnrec.model.sparse;
