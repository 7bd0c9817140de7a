/** The training loop: configuration, pilots, losses, Adam, early stopping. Imports {@code evaluation} and below. */
package org.gnnrec.training;
