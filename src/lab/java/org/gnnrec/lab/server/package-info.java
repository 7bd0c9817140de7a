/** Starts a real Neo4j with the plugin in a process of its own, and looks at it. Imports nothing of ours. */
package org.gnnrec.lab.server;
