package org.gnnrec.feature;

/** Learns an {@link Encoding} from the values of a property, seen one by one. */
interface EncodingLearner {

    /** Takes the next value, which has the kind of the encoding. */
    void add(FeatureValue value, Origin origin);

    /** The encoding of the values seen so far, at least one. */
    Encoding learned();
}
