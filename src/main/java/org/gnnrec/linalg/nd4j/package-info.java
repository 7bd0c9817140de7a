/** The one class that names ND4J, loaded by a class loader of its own. Imports linalg alone. */
package org.gnnrec.linalg.nd4j;
