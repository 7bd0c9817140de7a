package org.gnnrec.projection.schema;

import java.util.HashMap;
import java.util.Map;
import org.neo4j.graphdb.Transaction;

/** One profile for each label, read when it is first asked for. */
final class LabelProfiles {
    private final Transaction tx;
    private final NodeSamples samples;
    private final Map<String, LabelProfile> read = new HashMap<>();

    LabelProfiles(Transaction tx, NodeSamples samples) {
        this.tx = tx;
        this.samples = samples;
    }

    LabelProfile of(String label) {
        return read.computeIfAbsent(label, name -> LabelProfile.of(tx, samples.of(name)));
    }
}
