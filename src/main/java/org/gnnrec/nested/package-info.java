/** Libraries that our jar holds as whole jars, hidden from the class scan of Neo4j, and their class loader. */
package org.gnnrec.nested;
