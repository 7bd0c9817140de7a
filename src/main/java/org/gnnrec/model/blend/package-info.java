/** Sums of models that are solved in closed form. */
package org.gnnrec.model.blend;
