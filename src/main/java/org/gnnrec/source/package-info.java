/** The definition of an interaction: its nodes, its relationships and their weights. */
package org.gnnrec.source;
