package org.gnnrec.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gnnrec.testing.SharedServer.rows;

import java.util.List;

import org.gnnrec.lab.data.ShopLoader;
import org.gnnrec.testing.SharedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** A shop as it is, trained by one call: what its interaction types, weights and times are worth, and its dislikes. */
class ShopIT {
    private static final String NODES = "userLabel: 'Customer', userIdProperty: 'email', itemLabel: 'Product', "
            + "itemIdProperty: 'sku', testRelationshipTypes: ['BOUGHT_LATER'], ";
    private static final String FIXED = "layers: 1, temperature: 0.2, negativePopularity: 0.5, vectorIndex: false, ";
    private static final String WEIGHTS = "relationshipWeights: {VIEWED: 1, ADDED: 3, BOUGHT: 5}, ";
    private static final String TIMES = "timestampProperty: 'at', halfLife: 90, ";

    @BeforeAll
    static void load() {
        SharedServer.clear();
        ShopLoader.load(true, 1, SharedServer.driver());
    }

    @AfterAll
    static void clear() {
        SharedServer.clear();
    }

    @Test
    void weightsFindPurchasesAmongNoiseAndHalfLivesFollowDrift() {
        double plain = recall("plain", "");
        double weighted = recall("weighted", WEIGHTS);
        double decayed = recall("decayed", WEIGHTS + TIMES);
        assertThat(weighted).isGreaterThan(1.2 * plain);
        assertThat(decayed).isGreaterThan(1.2 * weighted);
    }

    @Test
    void aTrainedUserIsFoldedInWithTheWeightsOfTraining() {
        train("now", WEIGHTS + "relationshipWeightProperty: 'quantity', " + TIMES);
        assertThat(bases("now")).containsOnly("trained");
        rows("MATCH (c:Customer {email: 'c7'})-[r:BOUGHT]->() WITH r LIMIT 1 SET r.quantity = 9");
        assertThat(basis("now", "c7")).isEqualTo("foldIn");
        rows("MATCH (c:Customer {email: 'c7'})-[r:BOUGHT {quantity: 9}]->() SET r.quantity = 1");
    }

    @Test
    void whatIsDislikedIsNeitherLearnedFromNorRecommended() {
        train("before", "relationshipTypes: ['BOUGHT'], ");
        List<Record> list = recommended("before", "c3");
        rows("MATCH (c:Customer {email: 'c3'}), (p:Product {sku: $sku}) CREATE (c)-[:DISLIKED]->(p)", "sku",
                list.get(0).get("itemId").asString());
        train("after", "relationshipTypes: ['BOUGHT'], relationshipWeights: {DISLIKED: 0}, ");
        assertThat(rows("MATCH (n) WHERE n.gnnrec_before <> n.gnnrec_after RETURN n")).isEmpty();
        assertThat(ids(recommended("after", "c3"))).isEqualTo(ids(list.subList(1, list.size())));
        assertThat(basis("after", "c3")).isEqualTo("trained");
    }

    @Test
    void writtenRecommendationsChangeNothing() {
        train("first", WEIGHTS);
        rows("""
                MATCH (c:Customer) CALL gnnrec.recommend(c, 5, {modelName: 'first'}) YIELD item, score, rank
                MERGE (c)-[r:RECOMMENDED]->(item) SET r.score = score, r.rank = rank""");
        train("second", WEIGHTS);
        assertThat(rows("MATCH (n) WHERE n.gnnrec_first <> n.gnnrec_second RETURN n")).isEmpty();
        rows("MATCH ()-[r:RECOMMENDED]->() DELETE r");
    }

    @Test
    void aWeightThatIsNoNumberOrIsNowhereIsRefused() {
        assertThatThrownBy(() -> train("wrong", "relationshipWeightProperty: 'quantty', "))
                .hasMessageContaining(
                        "no relationship of training has a property 'quantty' (did you mean 'quantity'?)");
        assertThatThrownBy(() -> train("wrong", "relationshipWeightProperty: 'at', "))
                .hasMessageContaining("'at' must be a number");
        assertThatThrownBy(() -> train("wrong", "relationshipWeights: {BOUGT: 5}, "))
                .hasMessageContaining("there is no relationship of type 'BOUGT'");
    }

    private static double recall(String modelName, String keys) {
        train(modelName, keys);
        return rows("CALL gnnrec.evaluate({modelName: $name}) YIELD model, metric, value "
                + "WHERE model = $name AND metric = 'recall' RETURN value", "name", modelName).get(0).get("value")
                .asDouble();
    }

    private static void train(String modelName, String keys) {
        rows("CALL gnnrec.train({" + NODES + FIXED + keys + "modelName: '" + modelName + "', epochs: 10})");
    }

    private static List<String> bases(String modelName) {
        return rows("MATCH (c:Customer) CALL gnnrec.recommend(c, 1, {modelName: $name}) YIELD basis "
                + "RETURN DISTINCT basis", "name", modelName).stream().map(row -> row.get("basis").asString()).toList();
    }

    private static String basis(String modelName, String email) {
        return recommended(modelName, email).get(0).get("basis").asString();
    }

    private static List<Record> recommended(String modelName, String email) {
        return rows("CALL gnnrec.recommend($email, 1000, {modelName: $name})", "email", email, "name", modelName);
    }

    private static List<String> ids(List<Record> list) {
        return list.stream().map(row -> row.get("itemId").asString()).toList();
    }
}
