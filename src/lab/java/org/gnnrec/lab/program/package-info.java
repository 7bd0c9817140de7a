/** What the programs have in common: options, JSON, failures, the machine. Imports nothing of ours. */
package org.gnnrec.lab.program;
