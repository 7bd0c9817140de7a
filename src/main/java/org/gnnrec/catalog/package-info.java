/**
 * Models in the database itself: one node a version, its numbers in parts beside it. Imports model, graph, linalg and
 * store.
 */
package org.gnnrec.catalog;
