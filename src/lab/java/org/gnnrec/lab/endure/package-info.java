/** Programs that wear a real server down and look for what breaks: kills, hostile calls, many models, long load. */
package org.gnnrec.lab.endure;
