package org.gnnrec.lab.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gnnrec.lab.client.GnnRecClient.Recommendation;
import org.gnnrec.lab.data.Dataset;
import org.gnnrec.lab.data.Interactions;
import org.gnnrec.lab.data.Item;

/** Shows what some users liked beside what they are recommended. */
final class Taste {
    private static final int FEWEST_LIKES = 8;
    private static final int SHOWN_LIKES = 6;

    private final Dataset dataset;
    private final Map<Object, Integer> itemIndices = new HashMap<>();

    Taste(Dataset dataset) {
        this.dataset = dataset;
        for (int item = 0; item < dataset.items().size(); item++) {
            itemIndices.put(dataset.items().get(item).id(), item);
        }
    }

    /** Some users with enough likes to tell a taste by; fewer where there are not so many. */
    List<Integer> someUsers(int count, long seed) {
        int[] candidates = IntStream.range(0, dataset.userIds().size())
                .filter(user -> dataset.train().degree(user) >= FEWEST_LIKES).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> users = new ArrayList<>();
        for (int left = candidates.length; left > 0 && users.size() < count; left--) {
            int place = random.nextInt(left);
            users.add(candidates[place]);
            candidates[place] = candidates[left - 1];
        }
        return users;
    }

    /** A heading, a few likes, and the recommendations; a star marks those that were held out. */
    String describe(int user, Function<Object, List<Recommendation>> recommend) {
        Object id = dataset.userIds().get(user);
        int[] likes = dataset.train().itemsOf(user);
        StringBuilder text = new StringBuilder("User " + id + " liked " + likes.length + " items, such as\n");
        Arrays.stream(likes).limit(SHOWN_LIKES).forEach(item -> text.append(line(" ", item)));
        text.append("and is recommended\n");
        for (Recommendation recommendation : recommend.apply(id)) {
            int item = itemIndices.get(recommendation.itemId());
            text.append(line(isHeldOut(user, item) ? "*" : " ", item));
        }
        return text.toString();
    }

    private boolean isHeldOut(int user, int item) {
        return List.of(dataset.valid(), dataset.test()).stream()
                .anyMatch((Interactions part) -> part.contains(user, item));
    }

    private String line(String mark, int index) {
        Item item = dataset.items().get(index);
        String genres = item.genres().isEmpty() ? "" : String.join(", ", item.genres());
        return String.format("  %s %-36s %s", mark, item.label(), genres).stripTrailing() + "\n";
    }
}
