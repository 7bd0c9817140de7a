/** Models in the database itself: one node a version, its numbers in parts beside it. */
package org.gnnrec.catalog;
