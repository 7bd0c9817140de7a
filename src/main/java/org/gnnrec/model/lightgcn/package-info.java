/** LightGCN: forward and backward as pure functions of arrays. Imports {@code graph} and {@code linalg}. */
package org.gnnrec.model.lightgcn;
