/** The demonstration: a server, a sample, a training, and what it recommends. Imports the readers and the runs' tools. */
package org.gnnrec.lab.demo;
