package org.gnnrec.jobs;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gnnrec.archive.ModelInfo;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.catalog.ModelStore;
import org.gnnrec.catalog.ModelStore.Draft;
import org.gnnrec.feature.FeatureSchemas;
import org.gnnrec.feature.GraphFeatures;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.Deadline;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.linalg.Kernels;
import org.gnnrec.model.FittedModel;
import org.gnnrec.model.TrainedModel;
import org.gnnrec.projection.Projection;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.training.Stopwatch;
import org.gnnrec.training.Trainer;
import org.gnnrec.training.TrainingResult;
import org.gnnrec.training.TrainingTask;
import org.gnnrec.training.WarmStart;
import org.neo4j.graphdb.Transaction;

/**
 * One call of {@code gnnrec.train}: it projects, guards, prepares, trains, stores and copies. Until the switch inside
 * {@link #store} nothing of the previous version changes; an earlier end of the call leaves at most a draft. It is
 * removed here or, after a crash, by the next training.
 */
public record TrainingJob(TrainSettings settings, InnerTransactions inner, Transaction caller, Progress progress) {

    private static final long CLEAN_UP_MILLIS = 500;

    /** The laps of a training that its row shows. */
    private enum Lap {
        PROJECT, TRAIN, WRITE
    }

    public TrainRow run() {
        try (RunningTrainings.Claim claim = RunningTrainings.claim(CallerTransaction.databaseId(caller),
                settings.modelName());
                HeapLedger.Reservation heap = HeapLedger
                        .open("the training of model '" + claim.modelName() + "'")) {
            Stopwatch<Lap> watch = new Stopwatch<>(Lap.class);
            CheckedProjection read = project(heap);
            Projection projection = read.projection();
            require(read.check());
            heap.requireFits(MemoryGuard.of(projection, settings));
            GraphFeatures features = features(projection, heap);
            ModelStore.requireStorable(features.schemas());
            heap.hold(MemoryGuard.of(projection, settings).with(features.matrices()));
            watch.lap(Lap.PROJECT);
            Copies copies = new Copies(inner, progress);
            copies.claim(settings);
            try {
                copies.createIndexes(settings, projection.users(), projection.items());
                Draft draft = models().begin(claim.modelName());
                TrainingResult result = Trainer.train(task(projection, features, heap), inner.cancellation(), progress);
                watch.lap(Lap.TRAIN);
                heap.keep(MemoryGuard.modelBytes(projection, settings));
                ServedModel model = store(draft, read, features.schemas(), result);
                long written = copies.write(model, result.model().users());
                watch.lap(Lap.WRITE);
                return row(model, read, result, written, watch);
            } catch (RuntimeException e) {
                discard(e);
                throw e;
            }
        }
    }

    private ModelStore models() {
        return new ModelStore(inner);
    }

    private CheckedProjection project(HeapClaim heap) {
        progress.showGround();
        progress.begin(TrainStep.READ);
        return inner.call(tx -> {
            Sources sources = sources(tx, heap);
            sources.requireValid(settings.features());
            return CheckedProjection.read(tx, sources, settings.projection());
        });
    }

    /** Ends the call where serving reads something else, unless the user allows it. */
    private void require(ServedCheck check) {
        if (!check.differences().isEmpty()) {
            progress.warn(check.text());
        }
        if (!settings.allowsDifference()) {
            check.require(settings.projection().source());
        }
    }

    private GraphFeatures features(Projection projection, HeapClaim heap) {
        return inner.call(tx -> sources(tx, heap).features(settings, projection));
    }

    private Sources sources(Transaction tx, HeapClaim heap) {
        return new Sources(inner, tx, heap, settings.concurrency());
    }

    private WarmStart start(Projection projection, HeapLedger.Reservation heap) {
        return settings.start() != null
                ? inner.call(tx -> StoredStart.load(tx, settings.start(), projection, heap))
                : null;
    }

    private TrainingTask task(Projection projection, GraphFeatures features, HeapLedger.Reservation heap) {
        return new TrainingTask(projection.interactions(), projection.validation(), features.matrices(),
                settings.training(), start(projection, heap));
    }

    private ServedModel store(Draft draft, CheckedProjection read, FeatureSchemas features, TrainingResult result) {
        progress.begin(TrainStep.STORE);
        TrainedModel trained = result.model();
        ServedModel model = new ServedModel(info(draft, read, features, result), read.projection().users(),
                read.projection().items(), read.projection().disliked(),
                new FittedModel(result.fitted(), trained.items(), trained.state()), features);
        models().makeCurrent(draft, model, models().write(draft, model));
        return model;
    }

    private ModelInfo info(Draft draft, CheckedProjection read, FeatureSchemas features, TrainingResult result) {
        return new ModelInfo(settings.modelName(), draft.version(), UUID.randomUUID().toString(), settings.modelType(),
                read.interactions(), settings.copy(),
                read.projection().relationshipCount(), ZonedDateTime.now(ZoneId.systemDefault()), result.bestEpoch(),
                settings.toMap(result.chosen(), read.projection().relationshipTypes()),
                metrics(read, features, result));
    }

    private static Map<String, Object> metrics(CheckedProjection read, FeatureSchemas features, TrainingResult result) {
        Map<String, Object> metrics = new LinkedHashMap<>(result.metrics());
        metrics.put("kernels", Kernels.get().name());
        metrics.put("servedAsTrained", read.check().share());
        if (features.exist()) {
            metrics.put("missingFeatures", Map.of("users", features.users().missingCounts(), "items",
                    features.items().missingCounts()));
        }
        return metrics;
    }

    /** Cleans up. The next training sweeps what stays here. */
    private void discard(RuntimeException cause) {
        try {
            new Copies(new InnerTransactions(inner.db(), untilCleanedUp()), progress).discard(settings);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** A call that must end has a moment to clean up. */
    private Cancellation untilCleanedUp() {
        try {
            inner.cancellation().check();
            return inner.cancellation();
        } catch (RuntimeException e) {
            return Deadline.inMillis(CLEAN_UP_MILLIS);
        }
    }

    private static TrainRow row(ServedModel model, CheckedProjection read, TrainingResult result, long written,
            Stopwatch<Lap> watch) {
        ModelInfo info = model.info();
        return new TrainRow(info.name(), info.version(), info.modelType(), model.users().size(), model.items().size(),
                read.projection().relationshipCount(), result.ranEpochs(), result.didConverge(),
                Arrays.stream(result.epochLosses()).boxed().toList(), info.metrics(), written,
                read.check().share(), read.check().source(),
                watch.millis(Lap.PROJECT), watch.millis(Lap.TRAIN), watch.millis(Lap.WRITE), info.configuration());
    }
}
