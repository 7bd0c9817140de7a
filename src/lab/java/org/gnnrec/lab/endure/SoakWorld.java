package org.gnnrec.lab.endure;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is there during the long run, as its threads know it.
 *
 * @param served the names of the models that are there and that nobody has begun to drop
 */
record SoakWorld(LivingIds users, LivingIds items, Set<String> served) {

    static final int USERS = 20_000;
    static final int ITEMS = 5_000;
    static final int LIKES = 500_000;
    static final List<String> MODELS = List.of("likes", "sage", "small");

    static SoakWorld beginning() {
        return new SoakWorld(new LivingIds(USERS), new LivingIds(ITEMS), ConcurrentHashMap.newKeySet());
    }
}
