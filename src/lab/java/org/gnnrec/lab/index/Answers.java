package org.gnnrec.lab.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The lists that a query gave for some ids, and what each took. */
record Answers(List<Object> asked, List<List<Object>> lists, double[] millis) {
    /** Asks for each id once. */
    static Answers of(List<Object> asked, Function<Object, List<Object>> query) {
        List<List<Object>> lists = new ArrayList<>();
        double[] millis = new double[asked.size()];
        for (int place = 0; place < millis.length; place++) {
            long start = System.nanoTime();
            lists.add(query.apply(asked.get(place)));
            millis[place] = (System.nanoTime() - start) / 1e6;
        }
        return new Answers(asked, lists, millis);
    }

    /** The mean share of an exact list that stands in the list here. Ids with an empty exact list do not count. */
    double recall(Answers exact) {
        double sum = 0;
        int counted = 0;
        for (int place = 0; place < lists.size(); place++) {
            Set<Object> wanted = new HashSet<>(exact.lists.get(place));
            if (!wanted.isEmpty()) {
                sum += (double) lists.get(place).stream().filter(wanted::contains).count() / wanted.size();
                counted++;
            }
        }
        return sum / counted;
    }
}
