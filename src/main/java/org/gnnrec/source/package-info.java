/** What an interaction is: which nodes, which relationships, how much they weigh. */
package org.gnnrec.source;
