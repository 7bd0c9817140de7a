/** The training loop: pilots, losses, Adam, early stopping. */
package org.gnnrec.training;
