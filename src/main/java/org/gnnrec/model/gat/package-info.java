/** Graph attention: GAT and GATv2. */
package org.gnnrec.model.gat;
