package org.gnnrec.projection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.gnnrec.linalg.Cancellation;
import org.gnnrec.source.IdMap;
import org.gnnrec.store.NodeIds;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * A source that notes what a sample of users has before it is read. Users that others changed meanwhile can be told from
 * users whose relationships the source reads otherwise.
 */
public final class SampledSource implements RelationshipSource {
    private static final int USERS = 1_000;
    private static final long SEED = 42;

    private final Transaction tx;
    private final RelationshipSource source;
    private final Cancellation cancellation;
    private IdMap users;
    private int[] sample = {};
    private int[] before = {};

    public SampledSource(Transaction tx, RelationshipSource source, Cancellation cancellation) {
        this.tx = tx;
        this.source = source;
        this.cancellation = cancellation;
    }

    @Override
    public Optional<List<String>> types() {
        return source.types();
    }

    @Override
    public LongPredicate nodes() {
        return source.nodes();
    }

    @Override
    public boolean isWeighted() {
        return source.isWeighted();
    }

    @Override
    public void read(InteractionCollectors collectors) {
        users = collectors.training().users().nodes();
        sample = sample(users.size());
        before = fingerprints();
        source.read(collectors);
    }

    /** All users, or {@value #USERS} of them that a fixed seed draws, ascending. */
    private static int[] sample(int users) {
        return users <= USERS
                ? IntStream.range(0, users).toArray()
                : new SplittableRandom(SEED).ints(0, users).distinct().limit(USERS).sorted().toArray();
    }

    /** The users of the sample, by dense index, who have what they had before the source was read. */
    public int[] unchangedUsers() {
        int[] after = fingerprints();
        return IntStream.range(0, sample.length).filter(n -> before[n] == after[n]).map(n -> sample[n]).toArray();
    }

    private int[] fingerprints() {
        return Arrays.stream(sample).map(user -> {
            cancellation.check();
            return fingerprint(NodeIds.find(tx, users.nodeId(user)));
        }).toArray();
    }

    private static int fingerprint(Node user) {
        try {
            return user == null ? 0 : user.getRelationships().stream().mapToInt(SampledSource::fingerprint).sum();
        } catch (NotFoundException e) {
            return 0; // another transaction deleted the user meanwhile
        }
    }

    private static int fingerprint(Relationship relationship) {
        return List.of(((Entity) relationship).getElementId(), relationship.getAllProperties().toString()).hashCode();
    }
}
