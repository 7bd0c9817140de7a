package org.gnnrec.lab.endure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gnnrec.lab.server.Neo4jServer;

/** All that is counted of a server between calls: the users' data, models, indexes, and what its process holds. */
record Resting(Census census, List<String> models, List<Object> indexes, Resources resources) {
    static Resting of(Neo4jServer server, Cypher cypher) throws InterruptedException, IOException {
        return new Resting(Census.of(cypher), ListedModels.of(cypher).names(), new Traces(cypher).indexes(),
                Resources.of(server));
    }

    /** What a later look shows otherwise, in words. */
    List<String> changes(Resting after) {
        List<String> changes = new ArrayList<>(census.differences(after.census));
        if (!models.equals(after.models)) {
            changes.add("models were " + models + " but are " + after.models);
        }
        if (!indexes.equals(after.indexes)) {
            changes.add("indexes were " + indexes + " but are " + after.indexes);
        }
        changes.addAll(resources.growth(after.resources, Resources.TOLERANCE));
        return changes;
    }
}
