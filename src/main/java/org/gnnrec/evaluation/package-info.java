/** Full-ranking metrics and the scorers to compare with. */
package org.gnnrec.evaluation;
