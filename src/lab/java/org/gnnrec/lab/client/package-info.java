/** The plugin's procedures and their rows, through the driver. Imports nothing of ours. */
package org.gnnrec.lab.client;
