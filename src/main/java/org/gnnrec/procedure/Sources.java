package org.gnnrec.procedure;

import org.gnnrec.graph.GraphSource;
import org.gnnrec.projection.Projection;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.projection.Projector;
import org.gnnrec.projection.QueryRelationships;
import org.gnnrec.projection.gds.GdsGraphs;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** Where the graph comes from: the store, or the query or GDS graph that the configuration names. */
final class Sources {
    private Sources() {}

    /** Reads by this transaction; a query has one of its own. */
    static Projection load(GraphDatabaseService db, Transaction tx, ProjectionConfig config, Runnable cancellation) {
        Projector projector = new Projector(tx, config, cancellation);
        GraphSource source = config.source();
        if (source.isQuery()) {
            return projector.load(QueryRelationships.open(db, config, cancellation));
        }
        return source.graphName() == null
                ? projector.load()
                : projector.load(GdsGraphs.open(CallerTransaction.userName(tx), CallerTransaction.databaseName(tx),
                        source.graphName(), config.weighting(), cancellation));
    }
}
