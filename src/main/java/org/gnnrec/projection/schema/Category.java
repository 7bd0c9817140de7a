package org.gnnrec.projection.schema;

/**
 * Few nodes that group the nodes of another label: genres, brands, tags. The step leads to them, and the name is the
 * property that tells one from the other, a text or not.
 */
record Category(Step step, String name, boolean isText) {

    String label() {
        return step.to();
    }

    /** True if the step has the category's label, or relationships of its type. */
    boolean isPartOf(Step other) {
        return other.from().equals(label()) || other.to().equals(label())
                || other.connection().type().equals(step.connection().type());
    }

    /** The names of a node's categories, as Cypher lists them; the variable is the node's. */
    String expression(String variable) {
        String name = "c." + CypherName.of(this.name);
        return "[(" + variable + ")" + step.arrow("") + "(c:" + CypherName.of(label()) + ") | "
                + (isText ? name : "toString(" + name + ")") + "]";
    }
}
