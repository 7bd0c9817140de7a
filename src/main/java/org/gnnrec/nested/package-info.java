/** Libraries that lie as whole jars inside ours, away from the class scan of Neo4j, and the class loader that opens them. */
package org.gnnrec.nested;
