package org.gnnrec.feature;

import java.util.Map;
import org.gnnrec.linalg.HeapClaim;

/** Learns one property. The first value sets the kind, which all others must have. */
final class PropertyLearner {
    private final String name;
    private final HeapClaim heap;
    private FeatureKind kind;
    private EncodingLearner learner;
    private long missing;

    PropertyLearner(String name, HeapClaim heap) {
        this.name = name;
        this.heap = heap;
    }

    void add(Object id, Map<String, ?> values) {
        Origin origin = new Origin(name, id);
        FeatureValue read = ValueReader.read(values.get(name), origin);
        if (read == null) {
            missing++;
            return;
        }
        start(read.kind());
        kind.require(read.kind(), origin);
        learner.add(read, origin);
    }

    private void start(FeatureKind first) {
        if (learner == null) {
            kind = first;
            learner = learnerOf(first);
        }
    }

    private EncodingLearner learnerOf(FeatureKind kind) {
        return switch (kind) {
            case NUMBER, TIME -> new StandardizationLearner(kind);
            case BOOLEAN -> TruthEncoding.INSTANCE;
            case TEXT -> new VocabularyLearner(heap);
            case VECTOR -> new VectorScaleLearner();
        };
    }

    /** False if every value was missing. */
    boolean hasValues() {
        return learner != null;
    }

    FeatureProperty learned(int firstColumn) {
        return new FeatureProperty(name, learner.learned(), missing, firstColumn);
    }
}
