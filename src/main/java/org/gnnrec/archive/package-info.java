/** What a trained model is when it is stored: identity, manifest and named arrays, without a type of Neo4j. */
package org.gnnrec.archive;
