/** What training, storing and serving know of every model, and what models share. */
package org.gnnrec.model.encoder;
