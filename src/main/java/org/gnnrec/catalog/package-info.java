/** Models in the database itself: a node for each version, and its numbers in parts. */
package org.gnnrec.catalog;
