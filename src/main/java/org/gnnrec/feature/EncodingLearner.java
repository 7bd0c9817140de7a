package org.gnnrec.feature;

/** Learns an {@link Encoding} from the values of a property, seen one by one. */
interface EncodingLearner {

    /** The next value, of the kind of the encoding. */
    void add(FeatureValue value, Origin origin);

    /** What the values seen so far, at least one, amount to. */
    Encoding learned();
}
