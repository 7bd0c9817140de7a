/** Full-ranking metrics and the scorers to compare with. Imports {@code graph} and {@code linalg}. */
package org.gnnrec.evaluation;
