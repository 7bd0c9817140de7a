package org.gnnrec.feature;

/**
 * A node, a relationship or a path, which cannot be a feature. The reader of the store makes it, because only it knows
 * the store's types.
 *
 * @param kind in words: 'a node'
 */
public record GraphValue(String kind) {
    @Override
    public String toString() {
        return kind;
    }
}
