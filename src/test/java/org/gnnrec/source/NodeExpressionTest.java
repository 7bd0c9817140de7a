package org.gnnrec.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeExpressionTest {
    @ParameterizedTest
    @ValueSource(strings = { "item.year", "[(item)-[:IN_GENRE]->(g) | g.name]", "[(g:item)--(item:Film) | g.user]",
            "COUNT { (item)<-[:user]-() }", "size([x IN item.tags WHERE x <> 'user' | x])", "`item`.`user`",
            "[(item)--(g:A|user) | g.name]", "{user: item.year}.user", "[x IN [1] | item.year][0]", "item{.user}.user",
            "COLLECT { MATCH (item)-->(g) RETURN g.name }", "[1, 2, 3][0..item.user]", "user(item)", "-item.year",
            "CASE WHEN item:Film THEN 1 END", "{a: 1, b: item}.b" })
    void theSideIsThatOfTheVariable(String text) {
        NodeExpression expression = NodeExpression.of("key", text);
        assertThat(expression.variable()).isEqualTo("item");
        assertThat(expression.text()).isEqualTo(text);
    }

    @Test
    void anExpressionOverUsersIsOne() {
        assertThat(NodeExpression.of("key", "user.age").variable()).isEqualTo("user");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            year                                       ~ 'year' uses neither
            'user'                                     ~ uses neither
            g.item                                     ~ uses neither
            {item: 1}.item                             ~ uses neither
            $item                                      ~ uses neither
            [(user)-->(item) | item.name]            ~ uses both. Call other nodes in it otherwise
            item.year > $year                          ~ has a parameter. Write its value
            item.year) RETURN (1                       ~ closes with ')' what it did not open
            item.year // x                             ~ has a comment
            item.year;                                 ~ has a ';'
            item.ye\\u0061r                            ~ has a unicode escape
            [(item)-->(g)                              ~ does not close its '['
            """)
    void whatIsNoExpressionOverOneNodeIsRefused(String text, String message) {
        assertThatThrownBy(() -> NodeExpression.of("featureProperties.x", text))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("featureProperties.x must be ")
                .hasMessageContaining(message);
    }

    @Test
    void thePropertiesThatItReadsAreSeen() {
        NodeExpression expression = NodeExpression.of("key",
                "item.a + item{.b}.c + [(item)--(g:d {e: 1}) | g.`f g`][0]");
        assertThat(List.of("a", "b", "c", "f g")).allMatch(expression::readsProperty);
        assertThat(List.of("item", "d", "e", "g")).noneMatch(expression::readsProperty);
    }

    @Test
    void theQueryHasAColumnForEachExpression() {
        NodeValues values = new NodeValues(List.of("year", "b", "a"), Map.of("a", NodeExpression.of("a", "item.x"), "b",
                NodeExpression.of("b", "item.y + 1")));
        assertThat(values.properties()).containsExactly("year");
        assertThat(values.query()).isEqualTo("UNWIND $gnnrec_nodes AS item RETURN item, (item.y + 1) AS gnnrec_value0, "
                + "(item.x) AS gnnrec_value1");
        assertThat(values.only(List.of("a")).query())
                .isEqualTo("UNWIND $gnnrec_nodes AS item RETURN item, (item.x) AS gnnrec_value0");
        assertThat(values.read("year")).isTrue();
        assertThat(values.read("x")).isTrue();
        assertThat(values.read("a")).isFalse();
    }
}
