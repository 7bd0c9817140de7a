/** Graphs of the Graph Data Science library as a source. Only this package names GDS, and only in method bodies. */
package org.gnnrec.projection.gds;
