package org.gnnrec.projection.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what connections could be trained on: pairs of labels, nodes of one label, users and items of events. */
final class Proposals {
    private final CandidateReader reader;
    private final EventPaths events;

    Proposals(CandidateReader reader, EventPaths events) {
        this.reader = reader;
        this.events = events;
    }

    /** The best first. Nodes that are related to themselves alone have no interaction, and are left out. */
    List<Candidate> of(List<Connection> connections) {
        Stream<Proposal> pairs = LabelPair.of(connections).stream()
                .map(pair -> proposal(reader.of(pair), pair.ways()));
        Stream<Path> patterns = Stream.concat(loops(connections), events.find().stream());
        return Stream.concat(pairs, patterns.map(path -> proposal(reader.of(path), List.of(path))))
                .filter(proposal -> !proposal.plain().userDegrees().areAllZero())
                .sorted(Comparator.comparing(Proposal::plain, Candidate.BEST_FIRST)).flatMap(Proposal::rows).toList();
    }

    private static Stream<Path> loops(List<Connection> connections) {
        return connections.stream().filter(Connection::isLoop)
                .map(connection -> Path.of(new Step(connection, true)));
    }

    /** Leaves out thresholds that leave nothing to learn. */
    private Proposal proposal(Candidate plain, List<Path> ways) {
        List<Candidate> rated = plain.problem() != null
                ? List.of()
                : ways.stream().map(reader::rated).flatMap(Optional::stream).map(reader::of)
                        .filter(Candidate::isLearnable).toList();
        return new Proposal(plain, rated);
    }
}
