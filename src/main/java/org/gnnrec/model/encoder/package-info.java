/** What training, storing and serving know of every model, and what models share. Imports graph and linalg. */
package org.gnnrec.model.encoder;
