package org.gnnrec.jobs;

import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.catalog.WrittenModels;
import org.gnnrec.feature.GraphFeatures;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.projection.FeatureReader;
import org.gnnrec.projection.Projection;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.projection.Projector;
import org.gnnrec.projection.QueryRelationships;
import org.gnnrec.projection.gds.GdsGraphs;
import org.gnnrec.source.GraphSource;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * Reads the graph from the store, or from the query or GDS graph that the configuration names. Reads its features too.
 */
public final class Sources {
    private Sources() {}

    /** Reads in this transaction. A query runs in its own transaction. */
    public static Projection load(GraphDatabaseService db, Transaction tx, ProjectionConfig config,
            Cancellation cancellation, HeapClaim heap) {
        Projector projector = new Projector(tx, config, cancellation, heap);
        GraphSource source = config.source();
        if (source.isQuery()) {
            return projector.load(QueryRelationships.open(new InnerTransactions(db, cancellation), config));
        }
        return source.graphName() == null
                ? projector.load()
                : projector.load(GdsGraphs.open(CallerTransaction.userName(tx), CallerTransaction.databaseName(tx),
                        source.graphName(), config.weighting(), cancellation));
    }

    /**
     * Reads the features of the nodes. A warm start uses the schemas of the stored model, which its weights belong to.
     */
    public static GraphFeatures features(Transaction tx, TrainSettings settings, Projection projection,
            Cancellation cancellation, HeapClaim heap) {
        if (settings.features().isEmpty()) {
            return GraphFeatures.none(projection.users().size(), projection.items().size());
        }
        ModelCatalog models = new ModelCatalog(tx);
        FeatureSettings.requireForeign(settings.features(), new WrittenModels(tx));
        FeatureReader reader = new FeatureReader(tx, cancellation, heap);
        return settings.start() == null
                ? reader.read(settings.features(), projection.users(), projection.items())
                : reader.read(models.loadFeatures(settings.start()), projection.users(), projection.items());
    }
}
