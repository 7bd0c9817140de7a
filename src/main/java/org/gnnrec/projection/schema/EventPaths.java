package org.gnnrec.projection.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gnnrec.linalg.Cancellation;

/**
 * Finds users and items with an event between them, such as an order, a review or a question. An event has at most one
 * user, with one in a hundred as an exception. Some user has several events, and some item is shared by several.
 */
final class EventPaths {
    /** So many paths, those with the most relationships between events and items. */
    private static final int MOST = 50;

    private final StoreCounts counts;
    private final NodeSamples samples;
    private final Map<String, List<Step>> steps;
    private final boolean namesTell;
    private final Cancellation cancellation;
    private final Map<String, List<Step>> usersOf = new HashMap<>();
    private final Map<Step, Degrees> degrees = new HashMap<>();

    /** {@code steps} are those that leave each label. */
    EventPaths(StoreCounts counts, NodeSamples samples, Map<String, List<Step>> steps, Cancellation cancellation) {
        this.counts = counts;
        this.samples = samples;
        this.steps = steps;
        this.cancellation = cancellation;
        this.namesTell = counts.labels().stream().anyMatch(UserNames::isUser);
    }

    /** Reads degrees only until enough paths are found. */
    List<Path> find() {
        return steps.values().stream().flatMap(Collection::stream)
                .sorted(Comparator.comparingLong((Step step) -> step.connection().count()).reversed()
                        .thenComparing(Step::from).thenComparing(Step::to))
                .flatMap(this::through).limit(MOST).toList();
    }

    /** The paths whose last step is this one. */
    private Stream<Path> through(Step toItem) {
        cancellation.check();
        return usersOf.computeIfAbsent(toItem.from(), this::toUsers).stream()
                .filter(toUser -> !toUser.to().equals(toItem.to()) && isShared(toItem))
                .map(toUser -> Path.of(toUser.reversed(), toItem));
    }

    /** The steps from events of this label to their users. */
    private List<Step> toUsers(String event) {
        return steps.get(event).stream().filter(toUser -> isFromUser(toUser) && isOfOne(toUser) && isShared(toUser))
                .toList();
    }

    private boolean isShared(Step fromEvent) {
        return !fromEvent.connection().isLoop() && degrees(fromEvent.reversed()).max() > 1;
    }

    /** By the names of labels; where no label is named like a user, the relationship starts at the user. */
    private boolean isFromUser(Step toUser) {
        return namesTell
                ? UserNames.rank(toUser.to()) < UserNames.rank(toUser.from())
                : !toUser.isForward();
    }

    private boolean isOfOne(Step toUser) {
        return toUser.connection().count() <= 2 * counts.nodes(toUser.from()) && degrees(toUser).max() > 0
                && degrees(toUser).p99() <= 1;
    }

    private Degrees degrees(Step step) {
        return degrees.computeIfAbsent(step,
                any -> DegreeReader.read(samples.of(any.from()), List.of(Path.of(any))));
    }
}
