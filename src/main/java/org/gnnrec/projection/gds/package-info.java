/** Graphs of the Graph Data Science library as a source. The only package that names GDS, and in bodies only. */
package org.gnnrec.projection.gds;
