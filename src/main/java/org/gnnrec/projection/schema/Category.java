package org.gnnrec.projection.schema;

/**
 * Few nodes that group the nodes of another label: genres, brands, tags. The step leads to them, and the name is the
 * property that tells one from the other, a text or not.
 */
record Category(Step step, String name, boolean isText) {

    String label() {
        return step.to();
    }

    /** The names of a node's categories, as Cypher lists them; the variable is the node's. */
    String expression(String variable) {
        String name = "c." + CypherName.of(this.name);
        return "[(" + variable + ")" + step.arrow("") + "(c:" + CypherName.of(label()) + ") | "
                + (isText ? name : "toString(" + name + ")") + "]";
    }
}
