/** Message passing with weight layers over sampled neighborhoods, for several models. */
package org.gnnrec.model.layer;
