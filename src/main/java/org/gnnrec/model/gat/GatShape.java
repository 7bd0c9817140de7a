package org.gnnrec.model.gat;

/**
 * What a GAT has beside the sizes that all models have.
 *
 * @param heads attentions of each layer, side by side
 * @param dropout the rate, in training, for what a layer reads and for the attention
 */
record GatShape(Attention attention, int heads, double dropout) {
    /** Fails where a hidden layer cannot give every head the same share of so many columns. */
    void requireDivides(int embeddingDimension) {
        if (embeddingDimension % heads != 0) {
            throw new IllegalArgumentException("attentionHeads must divide embeddingDimension but " + embeddingDimension
                    + " is no multiple of " + heads);
        }
    }
}
