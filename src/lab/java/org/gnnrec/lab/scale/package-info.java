/** Graphs of up to hundreds of millions of relationships, made, imported and trained on: {@code mvn -Pscale}. */
package org.gnnrec.lab.scale;
