package org.gnnrec.projection.schema;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the categories of a label: at most {@value #FEW} nodes of another label, at most half as many as it has itself,
 * each with {@value #SHARED} of its relationships on average. Users are no categories.
 */
final class Categories {
    private static final long FEW = 10_000;
    private static final int SHARED = 2;
    /** So many features of a label, those with the most relationships. */
    private static final int MOST = 10;

    private final StoreCounts counts;
    private final LabelProfiles profiles;
    private final Map<String, List<Step>> steps;
    private final Map<String, List<Category>> found = new HashMap<>();

    /** {@code steps} are those that leave each label. */
    Categories(StoreCounts counts, LabelProfiles profiles, Map<String, List<Step>> steps) {
        this.counts = counts;
        this.profiles = profiles;
        this.steps = steps;
    }

    /** Those with the most relationships first. */
    List<Category> of(String label) {
        return found.computeIfAbsent(label, this::find);
    }

    private List<Category> find(String label) {
        return steps.getOrDefault(label, List.of()).stream().filter(this::isShared)
                .sorted(Comparator.comparingLong((Step step) -> step.connection().count()).reversed())
                .flatMap(step -> category(step).stream()).limit(MOST).toList();
    }

    private boolean isShared(Step step) {
        long categories = counts.nodes(step.to());
        return !step.connection().isLoop() && !UserNames.isUser(step.to()) && categories > 1 && categories <= FEW
                && categories <= counts.nodes(step.from()) / 2 && step.connection().count() >= SHARED * categories
                && Stream.of(step.connection().type(), step.to()).allMatch(CypherName::isWritable);
    }

    private Optional<Category> category(Step step) {
        LabelProfile profile = profiles.of(step.to());
        if (profile.nameProperty() != null) {
            return Optional.of(new Category(step, profile.nameProperty(), true));
        }
        return Optional.ofNullable(profile.idProperty()).filter(CypherName::isWritable)
                .map(id -> new Category(step, id, false));
    }
}
