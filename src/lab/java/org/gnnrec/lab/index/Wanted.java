package org.gnnrec.lab.index;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.gnnrec.lab.client.GnnRecClient;
import org.gnnrec.lab.client.GnnRecClient.Recommendation;
import org.gnnrec.lab.client.Latency;
import org.gnnrec.lab.index.IndexReport.Found;
import org.gnnrec.lab.index.IndexReport.Measured;
import org.gnnrec.lab.index.VectorQueries.Start;

/** The exact answers that an index is compared with. */
record Wanted(Answers recommended, Map<Start, Answers> scanned) {
    /** How many vectors more than the user's items to ask the index for. */
    private static final List<Integer> MORE = List.of(10, 50, 100, 200);

    /** Asks for these users and items. */
    static Wanted of(List<Object> users, List<Object> items, GnnRecClient client, VectorQueries queries) {
        Map<Start, Answers> scanned = new EnumMap<>(Start.class);
        for (Start start : Start.values()) {
            scanned.put(start, Answers.of(items, item -> queries.exactOfItem(item, start)));
        }
        return new Wanted(Answers.of(users, user -> recommend(client, user)), scanned);
    }

    private static List<Object> recommend(GnnRecClient client, Object user) {
        return client.recommend(user, VectorQueries.K, VectorQueries.MODEL).stream().map(Recommendation::itemId)
                .toList();
    }

    /** What the index that is there now finds. */
    Measured measure(VectorQueries queries) {
        Map<Integer, Found> ofUsers = new LinkedHashMap<>();
        MORE.forEach(more -> ofUsers.put(more, found(recommended, user -> queries.ofUser(user, more))));
        return new Measured(queries.settings(), ofUsers, ofItems(queries, Start.EMBEDDING),
                ofItems(queries, Start.INDEXED));
    }

    private Map<Integer, Found> ofItems(VectorQueries queries, Start start) {
        Map<Integer, Found> found = new LinkedHashMap<>();
        MORE.forEach(more -> found.put(more,
                found(scanned.get(start), item -> queries.ofItem(item, more, start))));
        return found;
    }

    private static Found found(Answers exact, Function<Object, List<Object>> query) {
        Answers answers = Answers.of(exact.asked(), query);
        return new Found(answers.recall(exact), Latency.of(answers.millis()).p50Millis());
    }
}
