package org.gnnrec.procedure;

import org.gnnrec.projection.Projection;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.projection.Projector;
import org.gnnrec.projection.gds.GdsGraphs;
import org.neo4j.graphdb.Transaction;

/** Where the graph comes from: the store, or the GDS graph that the configuration names. */
final class Sources {
    private Sources() {}

    static Projection load(Transaction tx, ProjectionConfig config, Runnable cancellation) {
        Projector projector = new Projector(tx, config, cancellation);
        return config.graphName() == null
                ? projector.load()
                : projector.load(GdsGraphs.open(CallerTransaction.userName(tx), CallerTransaction.databaseName(tx),
                        config.graphName(), cancellation));
    }
}
