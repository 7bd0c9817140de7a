/** PinSage: convolutions over the items that random walks join, users as means of their items. */
package org.gnnrec.model.pinsage;
