package org.gnnrec.model.encoder;

import java.util.List;
import org.gnnrec.linalg.DenseMatrix;

/**
 * A trained model. The score of a pair is the inner product of {@code users} and {@code items}.
 *
 * <p>The rest embeds a user whose items changed since. In LightGCN the last hop is linear, so a user's row is a sum over its
 * items: with {@code userBase[u] = a_0 e_u^(0)}, {@code messages[i] = sum over k = 1..K of a_k e_i^(k-1)} and training
 * degrees d, {@code users[u] = userBase[u] + sum over i in N(u) of messages[i] / sqrt(d_u d_i)}, the divisor being that of
 * {@link org.gnnrec.model.lightgcn.LightGcnConfig#normalization}. With K = 0 the messages are zero; in LightGCN++ they are of
 * rows scaled to length one. In models with weight layers {@code userBase} and {@code messages} are what users and items
 * have before each layer, one after the other; without a layer what they have at all. In PinSage no user has a part of
 * its own, x 0, and behind what items have before each convolution stands what they have in the end.
 *
 * @param ownWeight a_0; one where the base is the user's row itself
 * @param users final user embeddings, users x d
 * @param items final item embeddings, items x d
 * @param userBase the part of a user no item carries, users x d, or x d for each layer
 * @param messages what an item sends to its users, items x d, or x d for each layer
 * @param base the learned rows of users and items, from which another training may go on
 * @param weights dense weights, in the order of {@link Encoder#weights}
 */
public record TrainedModel(double ownWeight, DenseMatrix users, DenseMatrix items, DenseMatrix userBase,
        DenseMatrix messages, Embeddings base, List<DenseMatrix> weights) {
    public TrainedModel {
        weights = List.copyOf(weights);
    }
}
