/** The one class that names Hipparchus, loaded by a class loader of its own. Imports insight and linalg. */
package org.gnnrec.insight.hipparchus;
