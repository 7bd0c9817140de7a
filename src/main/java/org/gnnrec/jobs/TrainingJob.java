package org.gnnrec.jobs;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gnnrec.catalog.ModelCatalog;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.feature.GraphFeatures;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.ModelInfo;
import org.gnnrec.model.ServedModel;
import org.gnnrec.model.encoder.TrainedModel;
import org.gnnrec.projection.Projection;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.training.Trainer;
import org.gnnrec.training.TrainingResult;
import org.gnnrec.training.WarmStart;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * One call of {@code gnnrec.train}: project, guard, prepare, train, store, copy. Until the switch inside {@link #store}
 * nothing of the previous version changes; what ends the call before it leaves at most a draft, which is removed here
 * or, after a crash, by the next training.
 */
public final class TrainingJob {
    private final TrainSettings settings;
    private final GraphDatabaseService db;
    private final Transaction caller;
    private final Cancellation cancellation;
    private final Progress progress;
    private final ModelStore store;
    private final Copies copies;

    public TrainingJob(TrainSettings settings, GraphDatabaseService db, Transaction caller, Cancellation cancellation,
            Progress progress) {
        this.settings = settings;
        this.db = db;
        this.caller = caller;
        this.cancellation = cancellation;
        this.progress = progress;
        this.store = new ModelStore(db, cancellation);
        this.copies = new Copies(db, cancellation, progress);
    }

    public TrainRow run() {
        try (RunningTrainings.Claim claim = RunningTrainings.claim(CallerTransaction.databaseId(caller),
                settings.modelName())) {
            Stopwatch watch = new Stopwatch();
            Projection projection = project();
            MemoryGuard.of(projection, settings).requireFits();
            GraphFeatures features = features(projection);
            MemoryGuard.of(projection, settings).with(features.matrices()).requireFits();
            watch.lap("project");
            copies.claim(settings);
            try {
                copies.createIndexes(settings);
                Draft draft = store.begin(claim.modelName());
                TrainingResult result = Trainer.train(projection.interactions(), projection.validation(),
                        features.matrices(), settings.training(), start(projection), cancellation, progress);
                watch.lap("train");
                ServedModel model = store(draft, projection, features.schemas(), result);
                long written = copies.write(model, result.model());
                store.markCopied(model.info());
                watch.lap("write");
                return row(model, projection, result, written, watch);
            } catch (RuntimeException e) {
                discard(e);
                throw e;
            }
        }
    }

    private Projection project() {
        progress.showGround();
        progress.begin(Progress.READ);
        return InnerTransactions.call(db, tx -> Sources.load(db, tx, settings.projection(), cancellation));
    }

    private GraphFeatures features(Projection projection) {
        return InnerTransactions.call(db, tx -> Sources.features(tx, settings, projection, cancellation));
    }

    private WarmStart start(Projection projection) {
        return settings.start() != null
                ? InnerTransactions.call(db, tx -> StoredStart.load(tx, settings.start(), projection))
                : null;
    }

    private ServedModel store(Draft draft, Projection projection, FeatureSchemas features, TrainingResult result) {
        progress.begin(Progress.STORE);
        TrainedModel trained = result.model();
        ServedModel model = new ServedModel(info(draft, projection, features, result), projection.users(),
                projection.items(),
                result.fitted(), projection.disliked(), trained.items(), trained.userBase(), trained.messages(),
                trained.weights(), features);
        store.write(draft, model, trained.base());
        store.makeCurrent(draft, model);
        return model;
    }

    private ModelInfo info(Draft draft, Projection projection, FeatureSchemas features, TrainingResult result) {
        return new ModelInfo(settings.modelName(), draft.version(), UUID.randomUUID().toString(), settings.modelType(),
                settings.projection().users(), settings.projection().items(), projection.relationshipTypes(),
                settings.projection().testRelationshipTypes(), settings.projection().weighting(), projection.decay(),
                settings.projection().source(), settings.writeProperty(), settings.vectorIndex(),
                projection.relationshipCount(), ZonedDateTime.now(), false,
                settings.toMap(result.chosen(), projection.relationshipTypes()), metrics(features, result));
    }

    private static Map<String, Object> metrics(FeatureSchemas features, TrainingResult result) {
        Map<String, Object> metrics = new LinkedHashMap<>(result.metrics());
        metrics.put("kernels", Kernels.get().name());
        if (features.exist()) {
            metrics.put("missingFeatures", Map.of("users", features.users().missingCounts(), "items",
                    features.items().missingCounts()));
        }
        return metrics;
    }

    /** The cancellation that ended the work must not end its clean-up too. */
    private void discard(RuntimeException cause) {
        try {
            new Copies(db, () -> {}, progress).discard(settings);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static TrainRow row(ServedModel model, Projection projection, TrainingResult result, long written,
            Stopwatch watch) {
        ModelInfo info = model.info();
        return new TrainRow(info.name(), info.version(), info.modelType(), model.users().size(), model.items().size(),
                projection.relationshipCount(), result.ranEpochs(), result.didConverge(),
                Arrays.stream(result.epochLosses()).boxed().toList(), info.metrics(), written, watch.millis("project"),
                watch.millis("train"), watch.millis("write"), info.configuration());
    }
}
