/** Message passing with weight layers over sampled neighborhoods, which several models are made of. */
package org.gnnrec.model.layer;
