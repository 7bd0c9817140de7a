package org.gnnrec.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CypherPatternTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "(user:A)-->(item:B); A; B", "(item:B)<-[:R]-(:X)--(user:A|C); A,C; B",
            "(user:A:X)-->(item:B&Y); A; B", "(user:`A b`|`C``d`)-[*1..3]->(item:B); A b,C`d; B",
            "(user :A {x: ':Z'})-->(item:B WHERE item.y = '|'); A; B", "(user)-->(item:A|:B); ''; A,B",
            "(user:A&!X)-->(item:(A|B)); A; ''", "(user:A|B&C)-->(item:%); ''; ''",
            "(user)-->(item)-->(user:A)-->(item:B); A; B" })
    void labelsAreReadWhereTheyArePlain(String pattern, String users, String items) {
        CypherPattern read = CypherPattern.of("pattern", pattern);
        assertThat(String.join(",", read.userLabels())).isEqualTo(users);
        assertThat(String.join(",", read.itemLabels())).isEqualTo(items);
    }

    @ParameterizedTest
    @ValueSource(strings = { "(user)-->(item) RETURN user", "p = (user)-->(item)", "(user)-->(item), (item)-->(x)",
            "shortestPath((user)-->(item))", "(user)-->(item) WHERE true", "(user)-->(item) 'x'", "(user)-->(item) `x`",
            "(user)-->(item) 1" })
    void nothingButOnePathIsTaken(String pattern) {
        assertThatThrownBy(() -> CypherPattern.of("pattern", pattern)).hasMessageContaining("must be one path")
                .hasMessageContaining("EXISTS {");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "(user)-->(item|'('", "(user)-->(item))|did not open",
            "(user)-->{item)|did not",
            "(user {x: \"a)-->(item)|does not close its \"", "(user)-->(item) // x|a comment",
            "(user)/* */-->(item)|a comment",
            "(user)-->(item);|has a ';'", "(us\\u0065r)-->(item)|unicode escape", "(user)\\-->(item)|a backslash",
            "(users)-->(item)|must name a node 'user'", "(user)-->(`item`)|must name a node 'item'", "' '|is empty" })
    void whatCouldEndOrHideTheRestIsRefused(String pattern, String message) {
        assertThatThrownBy(() -> CypherPattern.of("interactions.pattern", pattern))
                .hasMessageStartingWith("interactions.pattern must ").hasMessageContaining(message.strip());
    }

    @Test
    void signsInsideOfTextsAndNamesAreText() {
        CypherPattern.of("pattern", "(user {x: ';//)\\' /*'})-[:`RETURN ``;)`]->(item {y: \"')\"})");
        assertThat(CypherExpression.of("where", "x = 'a;b' AND `y)` = \"//\"").inBrackets())
                .isEqualTo("(x = 'a;b' AND `y)` = \"//\")");
    }

    @Test
    void aDefinitionIsItsMap() {
        InteractionPattern one = new InteractionPattern("BOUGHT", CypherPattern.of("pattern", "(user)-[r]->(item)"),
                CypherExpression.of("where", "r.x > $x"), null, CypherExpression.of("timestamp", "r.at"),
                Map.of("x", 1L));
        assertThat(InteractionPattern.of(one.toMap())).isEqualTo(one);
        assertThat(one.pathsOfUsers()).isEqualTo("UNWIND $gnnrec_nodes AS user MATCH gnnrec_path = (user)-[r]->(item) "
                + "WHERE (r.x > $x) RETURN user, item, (r.at) AS gnnrec_timestamp, gnnrec_path");
        assertThat(one.any()).isEqualTo("MATCH (user)-[r]->(item) WHERE (r.x > $x) RETURN 1 LIMIT 1");
        assertThat(List.of(one.ofItems(), one.ofUsers())).allSatisfy(query -> assertThat(query).doesNotContain("path"));
    }
}
