/** The demonstration: a server, a sample, a training, and what it recommends. */
package org.gnnrec.lab.demo;
