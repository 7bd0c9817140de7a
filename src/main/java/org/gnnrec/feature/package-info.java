/** Properties of nodes as sparse rows of numbers: how they are learned, kept and computed. */
package org.gnnrec.feature;
