/** LightGCN: forward and backward as pure functions of arrays. */
package org.gnnrec.model.lightgcn;
