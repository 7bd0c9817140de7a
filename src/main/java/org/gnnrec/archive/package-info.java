/** The stored form of a trained model: identity, manifest and named arrays, without types of Neo4j. */
package org.gnnrec.archive;
