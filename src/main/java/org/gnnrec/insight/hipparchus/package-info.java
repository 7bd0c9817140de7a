/** The one class that names Hipparchus, loaded by a class loader of its own. */
package org.gnnrec.insight.hipparchus;
