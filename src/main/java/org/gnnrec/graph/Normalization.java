package org.gnnrec.graph;

/**
 * How much an edge of weight w counts for what passes along it: {@code w / (d_receiver^a d_sender^b)}, where d is the
 * sum of the weights of a node's edges. All weights are relative to the mean weight of an edge.
 *
 * @param receiver a
 * @param sender b
 */
public record Normalization(double receiver, double sender) {
    /** {@code D^-1/2 A D^-1/2} (He et al., "LightGCN", SIGIR 2020, equation 8). */
    public static final Normalization SYMMETRIC = new Normalization(0.5, 0.5);

    /**
     * The divisor of w on a graph with this mean weight. It has a power of the mean, so that the unit of the weights
     * makes no difference. If the exponents add up to one, that power is one.
     */
    public double divisor(double receiverWeight, double senderWeight, double meanWeight) {
        return equals(SYMMETRIC)
                ? Math.sqrt(receiverWeight * senderWeight)
                : Math.pow(receiverWeight, receiver) * Math.pow(senderWeight, sender)
                        * Math.pow(meanWeight, 1 - receiver - sender);
    }

    /** The normalization of the transpose: what flows the other way along the same edges has the same weights. */
    public Normalization transposed() {
        return new Normalization(sender, receiver);
    }
}
