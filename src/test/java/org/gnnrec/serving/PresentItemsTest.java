package org.gnnrec.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.neo4j.graphdb.Node;

class PresentItemsTest {
    private static final Node NODE = (Node) Proxy.newProxyInstance(Node.class.getClassLoader(),
            new Class<?>[]{ Node.class }, (proxy, method, arguments) -> null);

    private int rankings;

    @Property(tries = 300)
    void theBestThatAreThereComeInTheirOrder(@ForAll @IntRange(min = 1, max = 40) int items,
            @ForAll @IntRange(min = 1, max = 40) int k, @ForAll Set<@IntRange(max = 39) Integer> gone) {
        rankings = 0;
        PresentItems rows = new PresentItems(source(items, gone), Math.min(k, items), items);
        List<Object> ids = new ArrayList<>();
        rows.forEachRemaining(row -> {
            ids.add(row.itemId());
            assertThat(row.rank()).isEqualTo(ids.size());
            assertThat(row.score()).isEqualTo(-(int) row.itemId());
        });
        assertThat(ids).isEqualTo(IntStream.range(0, items).filter(item -> !gone.contains(item)).limit(k).boxed()
                .toList());
        assertThat(rankings).isLessThanOrEqualTo(7);
    }

    private PresentItems.Source source(int items, Set<Integer> gone) {
        return new PresentItems.Source() {
            @Override
            public RankedItems rank(int count) {
                rankings++;
                int[] best = IntStream.range(0, Math.min(items, count)).toArray();
                return new RankedItems(best, IntStream.of(best).mapToDouble(item -> -item).toArray());
            }

            @Override
            public Node node(int item) {
                return gone.contains(item) ? null : NODE;
            }

            @Override
            public Recommendation row(Node node, int item, double score, long rank) {
                return new Recommendation(node, item, score, rank, "trained");
            }
        };
    }
}
