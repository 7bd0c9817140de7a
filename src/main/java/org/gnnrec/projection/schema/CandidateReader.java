package org.gnnrec.projection.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what there is to know of users and items on the same ways. */
final class CandidateReader {
    private final StoreCounts counts;
    private final NodeSamples samples;
    private final LabelProfiles profiles;
    private final CategoryFeatures features;
    private final Map<Step, PropertySample> properties = new HashMap<>();

    CandidateReader(StoreCounts counts, NodeSamples samples, LabelProfiles profiles, CategoryFeatures features) {
        this.counts = counts;
        this.samples = samples;
        this.profiles = profiles;
        this.features = features;
    }

    /** All relationships between two labels. */
    Candidate of(LabelPair pair) {
        long count = pair.connections().stream().mapToLong(Connection::count).sum();
        return candidate(pair.ways(), count, pair.relationshipCounts(), pair.estimatedTypes(), null);
    }

    /** The ways of one pattern. */
    Candidate of(Path path) {
        PathCount count = PathCount.of(path, samples);
        Map<String, Long> byType = path.relationshipCounts();
        List<String> estimated = count.isExact() ? List.of() : byType.keySet().stream().sorted().toList();
        return candidate(List.of(path), count.number(), byType, estimated, WrittenPattern.of(path));
    }

    /** The path with its well rated interactions alone, if they are rated. */
    Optional<Path> rated(Path path) {
        PropertySample rated = path.isDirect()
                ? properties(path.steps().getFirst())
                : PropertySample.of(samples.of(path.via()));
        return rated.threshold().map(path::above);
    }

    private Candidate candidate(List<Path> ways, long count, Map<String, Long> byType, List<String> estimated,
            WrittenPattern interactions) {
        Path way = ways.getFirst();
        LabelProfile users = profiles.of(way.from());
        LabelProfile items = profiles.of(way.to());
        PropertySample read = properties(ways);
        return new Candidate(way.from(), way.to(), counts.nodes(way.from()), counts.nodes(way.to()), count, byType,
                estimated, DegreeReader.read(users.sample(), ways),
                DegreeReader.read(items.sample(), ways.stream().map(Path::reversed).toList()), users.idProperty(),
                items.idProperty(), read.weights(), read.timestamps(), Problem.of(users, items, interactions),
                way.via(), interactions, features.of(ways));
    }

    private PropertySample properties(List<Path> ways) {
        return ways.stream().flatMap(way -> way.steps().stream()).map(this::properties).reduce(PropertySample::and)
                .orElseThrow();
    }

    private PropertySample properties(Step step) {
        return properties.computeIfAbsent(step, any -> PropertySample.of(any, samples.of(any.from())));
    }
}
