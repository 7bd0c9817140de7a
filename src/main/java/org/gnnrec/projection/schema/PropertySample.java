package org.gnnrec.projection.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;

/** What the properties of relationships, or of nodes, could mean, as far as a sample shows. */
final class PropertySample {
    private static final int PER_NODE = 3;
    private static final int ENOUGH = 3000;

    private final Map<String, PropertyKind> kinds = new TreeMap<>();
    private final Map<String, NumberValues> numbers = new TreeMap<>();
    private int read;

    /** Reads the first few relationships of each of these nodes until {@value #ENOUGH} are read. */
    static PropertySample of(Step step, NodeSample starts) {
        PropertySample properties = new PropertySample();
        Path way = Path.of(step);
        starts.forEach(start -> properties.read(start, step, way));
        return properties;
    }

    /** Reads these nodes themselves, at most {@value #ENOUGH}. */
    static PropertySample of(NodeSample nodes) {
        PropertySample properties = new PropertySample();
        nodes.part(ENOUGH).forEach(properties::read);
        return properties;
    }

    private void read(Node start, Step step, Path way) {
        if (read >= ENOUGH) {
            return;
        }
        List<Relationship> few = Neighbors.first(start, step.type(), step.direction(), PER_NODE);
        few.stream().filter(relationship -> way.takes(0, relationship, relationship.getOtherNode(start)))
                .forEach(this::read);
        read += few.size();
    }

    private void read(Entity entity) {
        entity.getAllProperties().forEach((name, value) -> {
            kinds.merge(name, PropertyKind.of(value), PropertyKind::and);
            numbers.computeIfAbsent(name, NumberValues::new).add(value);
        });
    }

    /** Both together, for their weights and times. */
    PropertySample and(PropertySample other) {
        PropertySample both = new PropertySample();
        both.kinds.putAll(kinds);
        other.kinds.forEach((name, kind) -> both.kinds.merge(name, kind, PropertyKind::and));
        return both;
    }

    /** Numbers that are neither times nor, by their name, ids. */
    List<String> weights() {
        return kinds.keySet().stream()
                .filter(name -> kinds.get(name) == PropertyKind.NUMBER && !IdNames.isId(name)).toList();
    }

    /** Dates, times with a date, and seconds or milliseconds since 1970. */
    List<String> timestamps() {
        return kinds.keySet().stream()
                .filter(name -> kinds.get(name) == PropertyKind.MOMENT
                        || (kinds.get(name) == PropertyKind.EPOCH && !IdNames.isId(name)))
                .toList();
    }

    /** What takes the better half by a rating; of several ratings by the one that is named so. */
    Optional<Threshold> threshold() {
        return numbers.values().stream().filter(NumberValues::isRating)
                .min(Comparator.comparing(NumberValues::isNamedRating).reversed())
                .map(NumberValues::threshold);
    }
}
