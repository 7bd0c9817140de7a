package org.gnnrec.archive;

/**
 * The place of the copy of a model's embeddings on the nodes.
 *
 * @param property the property of users and items that holds their embedding
 * @param vectorIndex whether items have a vector for an index as well
 * @param isWhole whether every node has its copy
 */
public record PropertyCopy(String property, boolean vectorIndex, boolean isWhole) {
    /** The item property that the vector index reads. */
    public String indexProperty() {
        return indexProperty(property);
    }

    /** The index property beside a property of embeddings. */
    public static String indexProperty(String property) {
        return property + "_index";
    }

    /** True if a model that writes to this property would write over this copy. */
    public boolean sharesPropertyWith(String otherProperty) {
        return property.equals(otherProperty) || indexProperty().equals(otherProperty)
                || property.equals(indexProperty(otherProperty));
    }
}
