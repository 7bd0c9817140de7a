/** The one class that names ND4J, loaded by a class loader of its own. */
package org.gnnrec.linalg.nd4j;
