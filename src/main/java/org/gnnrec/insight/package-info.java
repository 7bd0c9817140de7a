/**
 * What a stored model knows of its items: communities of their embeddings, and what sets each apart. Pure, without
 * Neo4j. Imports linalg and nested.
 */
package org.gnnrec.insight;
