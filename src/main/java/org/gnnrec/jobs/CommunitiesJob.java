package org.gnnrec.jobs;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gnnrec.archive.ServedModel;
import org.gnnrec.insight.Communities;
import org.gnnrec.insight.CommunityFinder;
import org.gnnrec.insight.Directions;
import org.gnnrec.insight.ItemValues;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.linalg.HeapClaim;
import org.gnnrec.linalg.OwnedCancellation;
import org.gnnrec.linalg.Parallel;
import org.gnnrec.serving.Recommender;
import org.gnnrec.store.InnerTransactions;
import org.gnnrec.training.TrainingKeys;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** One call of {@code gnnrec.communities}: it reads items, finds communities, names them and may write them. */
public record CommunitiesJob(CommunitySettings settings, GraphDatabaseService db, Transaction tx,
        Cancellation cancellation, Consumer<String> progress) {

    private static final int BYTES_PER_ITEM = 256;

    public Stream<CommunityRow> run() {
        try (HeapLedger.Reservation heap = HeapLedger.open("gnnrec.communities")) {
            return settings.writeProperty() == null
                    ? find(StoredModels.withEmbeddings(tx, settings.values()), heap).rows(settings, tx, 0)
                    : findAndWrite(heap);
        }
    }

    private Stream<CommunityRow> findAndWrite(HeapClaim heap) {
        try (var claim = RunningTrainings.claim(CallerTransaction.databaseId(tx), settings.modelName())) {
            Recommender recommender = StoredModels.withEmbeddings(tx, settings.values());
            CommunityCopies copies = new CommunityCopies(new InnerTransactions(db, cancellation));
            copies.requireOwnership(recommender.model().info(), settings.writeProperty());
            FoundCommunities found = find(recommender, heap);
            return found.rows(settings, tx, write(copies, found));
        }
    }

    /** Two copies of the directions, and the tables of items and names. */
    private static long bytes(ServedModel model) {
        return model.items().size() * (8L * model.dimension() + BYTES_PER_ITEM);
    }

    private FoundCommunities find(Recommender recommender, HeapClaim heap) {
        heap.grow(bytes(recommender.model()));
        ServedModel model = recommender.model();
        NameProperties names = NameProperties.of(settings.values().get(CommunitySettings.NAME_PROPERTIES),
                model.info());
        names.requireValid(tx);
        progress.accept("reading the items");
        CommunityItems items = CommunityItems.read(tx, recommender, cancellation);
        settings.requireEnough(items.size(), items.leftOut());
        ItemValues values = names.read(tx, items, cancellation);
        Communities communities = cluster(model, items);
        settings.requireSeveral(communities.sizes().length, items.size());
        return new FoundCommunities(model, items, values, communities);
    }

    private Communities cluster(ServedModel model, CommunityItems items) {
        try (Parallel parallel = new Parallel(settings.values().get(TrainingKeys.CONCURRENCY))) {
            CommunityFinder finder = new CommunityFinder(Directions.of(model.itemEmbeddings(), items.items()),
                    items.degrees(), settings.values().get(TrainingKeys.RANDOM_SEED), parallel,
                    new OwnedCancellation(cancellation));
            progress.accept("choosing how many");
            int count = settings.count() == null ? finder.chooseCount() : settings.count();
            progress.accept("finding " + count);
            return finder.find(count);
        }
    }

    private long write(CommunityCopies copies, FoundCommunities found) {
        int items = found.items().size();
        return copies.write(found.model().info(), settings.writeProperty(), found.items().nodes(),
                found.communities().nearest(), done -> progress.accept("write " + done + "/" + items));
    }
}
