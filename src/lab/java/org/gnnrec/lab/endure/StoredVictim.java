package org.gnnrec.lab.endure;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gnnrec.lab.endure.Damage.Kind;
import org.neo4j.driver.Record;

/**
 * The nodes of one stored model, damaged by Cypher.
 *
 * @param node the element id of the model's node, by which it is found while it is damaged, also when its name goes
 */
record StoredVictim(Cypher cypher, String node) {
    private static final List<String> JSON = List.of("arrays", "configuration", "metrics", "featureSchemas",
            "relationshipWeights", "params");
    private static final String COPY = "gnnrec_" + HostileCalls.VICTIM;
    private static final String MODEL = "MATCH (m) WHERE elementId(m) = $node ";
    private static final String PARTS = MODEL + "MATCH (m)-[:_PART]->(p {kind: $array}) WITH m, p ORDER BY p.index ";

    /** Finds the current version and marks it: its element id may be another node's once it is deleted. */
    static StoredVictim find(Cypher cypher, String name) {
        return new StoredVictim(cypher, (String) cypher.column("""
                MATCH (m:_GnnRecModel {modelName: $name, state: 'CURRENT'}) SET m.endureVictim = true
                RETURN elementId(m)""", "name", name).get(0));
    }

    /** Draws a damage and does it. */
    Damage damage(SplittableRandom random) {
        List<String> properties = cypher
                .column(MODEL + "UNWIND keys(m) AS key WITH key WHERE key <> 'endureVictim' RETURN key ORDER BY key",
                        "node", node)
                .stream().map(String.class::cast).toList();
        List<String> json = properties.stream().filter(JSON::contains).toList();
        List<String> arrays = cypher.column(
                MODEL + "MATCH (m)-[:_PART]->(p) RETURN DISTINCT p.kind AS kind ORDER BY kind", "node", node).stream()
                .map(String.class::cast).toList();
        Damage damage = Damage.draw(random, properties, json, arrays);
        apply(damage);
        return damage;
    }

    private void apply(Damage damage) {
        switch (damage.kind()) {
            case PROPERTY_REMOVED, PROPERTY_SET, NUMBER_SET, JSON_SET -> set(damage.target(), damage.value());
            case LINE_SET -> set("arrays", directory().with(damage.array(), damage.target(), damage.value()).json());
            case PART_REMOVED -> parts(damage, "WITH p LIMIT 1 DETACH DELETE p");
            case ALL_PARTS_REMOVED -> parts(damage, "DETACH DELETE p");
            case PART_DOUBLED -> parts(damage, "WITH m, p LIMIT 1 CREATE (m)-[:_PART]->(q:_GnnRecPart) SET q = p");
            case PART_PROPERTY_SET, PART_PROPERTY_REMOVED -> parts(damage, "WITH p LIMIT 1 SET p[$target] = $value");
            case BYTES_CHANGED, BYTES_FORGED -> changeBytes(damage);
        }
    }

    private void set(String property, Object value) {
        cypher.rows(MODEL + "SET m[$property] = $value", "node", node, "property", property, "value", value);
    }

    private void parts(Damage damage, String what) {
        cypher.rows(PARTS + what, "node", node, "array", damage.array(), "target", damage.target(), "value",
                damage.value());
    }

    private ForgedDirectory directory() {
        return ForgedDirectory.of((String) cypher.column(MODEL + "RETURN m.arrays", "node", node).get(0));
    }

    /** Changes one part. A forger then writes its checksum and that of the whole array. */
    private void changeBytes(Damage damage) {
        List<Record> parts = cypher.rows(PARTS + "RETURN elementId(p) AS id, p.bytes AS bytes", "node", node, "array",
                damage.array());
        List<byte[]> bytes = new ArrayList<>(parts.stream().map(part -> part.get("bytes").asByteArray()).toList());
        SplittableRandom random = new SplittableRandom(damage.seed());
        int index = random.nextInt(parts.size());
        byte[] changed = damage.change().of(bytes.get(index), random);
        bytes.set(index, changed);
        boolean forged = damage.kind() == Kind.BYTES_FORGED;
        cypher.rows("MATCH (p) WHERE elementId(p) = $id SET p.bytes = $bytes, p.crc = coalesce($crc, p.crc)", "id",
                parts.get(index).get("id").asString(), "bytes", changed, "crc",
                forged ? ForgedDirectory.checksum(List.of(changed)) : null);
        if (forged) {
            set("arrays",
                    directory().with(damage.array(), "checksum", ForgedDirectory.checksum(bytes)).json());
        }
    }

    /** Removes whatever is left of it, by hand, as the operations page says, under whatever name its node has now. */
    void remove() {
        cypher.rows("""
                MATCH (m:_GnnRecModel) WHERE m.endureVictim OR m.modelName = $name
                OPTIONAL MATCH (m)-[:_PART]->(p) DETACH DELETE m, p""", "name", HostileCalls.VICTIM);
        cypher.rows("MATCH (n:User|Item) REMOVE n[$copy], n[$copy + '_index']", "copy", COPY);
        cypher.rows("DROP INDEX " + COPY + "_index IF EXISTS");
    }
}
