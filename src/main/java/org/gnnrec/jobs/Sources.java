package org.gnnrec.jobs;

import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.catalog.WrittenModels;
import org.gnnrec.feature.FeatureNames;
import org.gnnrec.feature.GraphFeatures;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.projection.FeatureReader;
import org.gnnrec.projection.PatternRelationships;
import org.gnnrec.projection.Projection;
import org.gnnrec.projection.ProjectionConfig;
import org.gnnrec.projection.Projector;
import org.gnnrec.projection.QueryRelationships;
import org.gnnrec.projection.RelationshipSource;
import org.gnnrec.projection.StoreRelationships;
import org.gnnrec.projection.gds.GdsGraphs;
import org.gnnrec.source.GraphSource;
import org.gnnrec.store.ExpressionQuery;
import org.gnnrec.store.InnerTransactions;
import org.neo4j.graphdb.Transaction;

/**
 * Reads the graph from the store, or from the source that the configuration names. Reads its features too. Nodes and
 * relationships are read in one transaction; what Cypher reads has transactions of its own.
 *
 * @param heap claims what is read
 * @param concurrency threads that read by patterns
 */
public record Sources(InnerTransactions inner, Transaction tx, HeapClaim heap, int concurrency) {
    public Projection load(ProjectionConfig config) {
        return load(config, open(config));
    }

    /** Reads interactions from this source. */
    Projection load(ProjectionConfig config, RelationshipSource source) {
        return new Projector(tx, config, inner.cancellation(), heap).load(source);
    }

    /** The source of the configuration, checked and not read. */
    RelationshipSource open(ProjectionConfig config) {
        GraphSource source = config.source();
        if (source.isQuery()) {
            return QueryRelationships.open(inner, config);
        }
        if (source.isPatterns()) {
            return PatternRelationships.open(inner, config, concurrency);
        }
        return source.graphName() == null
                ? new StoreRelationships(tx, config.weighting(), inner.cancellation())
                : GdsGraphs.open(CallerTransaction.userName(tx), CallerTransaction.databaseName(tx), source.graphName(),
                        config.weighting(), inner.cancellation());
    }

    /** Refuses features that cannot be read, without reading any. */
    void requireValid(FeatureNames features) {
        FeatureSettings.requireForeign(features, new WrittenModels(tx));
        ExpressionQuery.ofFeatures(features.users()).requireValid(tx);
        ExpressionQuery.ofFeatures(features.items()).requireValid(tx);
    }

    /**
     * Reads the features of the nodes. A warm start uses the schemas of the stored model, which its weights belong to.
     */
    public GraphFeatures features(TrainSettings settings, Projection projection) {
        if (settings.features().isEmpty()) {
            return GraphFeatures.none(projection.users().size(), projection.items().size());
        }
        ModelCatalog models = new ModelCatalog(tx);
        FeatureReader reader = new FeatureReader(tx, inner, heap, concurrency);
        return settings.start() == null
                ? reader.read(settings.features(), projection.users(), projection.items())
                : reader.read(models.loadFeatures(settings.start()), projection.users(), projection.items());
    }
}
