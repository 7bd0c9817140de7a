/** The one class of linear algebra that names Hipparchus, loaded by a class loader of its own. */
package org.gnnrec.linalg.hipparchus;
