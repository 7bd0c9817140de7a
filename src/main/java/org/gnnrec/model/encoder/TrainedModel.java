package org.gnnrec.model.lightgcn;

import org.gnnrec.linalg.DenseMatrix;

/**
 * A trained LightGCN or LightGCN++. The score of a pair is the inner product of {@code users} and {@code items}, the final
 * embeddings of He et al., SIGIR 2020, equation 7.
 *
 * <p>The last hop is linear, so a user's row is a sum over its items: with {@code userBase[u] = a_0 e_u^(0)},
 * {@code messages[i] = sum over k = 1..K of a_k e_i^(k-1)} and training degrees d,
 * {@code users[u] = userBase[u] + sum over i in N(u) of messages[i] / sqrt(d_u d_i)}, the divisor being that of
 * {@link LightGcnConfig#normalization}. That is what folds in a user whose items changed since. With K = 0 the messages are
 * zero; in LightGCN++ they are of rows scaled to length one.
 *
 * @param ownWeight a_0
 * @param users final user embeddings, users x d
 * @param items final item embeddings, items x d
 * @param userBase the part of a user no item carries, users x d
 * @param messages what an item sends to its users, items x d
 * @param itemBase {@code e_i^(0)}, from which another training may go on, items x d
 */
public record LightGcnModel(double ownWeight, DenseMatrix users, DenseMatrix items, DenseMatrix userBase,
        DenseMatrix messages, DenseMatrix itemBase) {}
