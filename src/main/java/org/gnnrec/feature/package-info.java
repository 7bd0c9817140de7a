/** What properties of nodes say, as sparse rows of numbers: how it is learned, kept and computed. Imports {@code linalg} alone. */
package org.gnnrec.feature;
