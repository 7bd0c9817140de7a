package org.gnnrec.model.sparse;

import java.util.List;
import java.util.stream.Stream;
import org.gnnrec.config.Config;
import org.gnnrec.config.Key;
import org.gnnrec.model.ClosedType;

/**
 * Item to item, without embeddings: {@link Slim}, or {@link TwoHops} exactly or by its best entries. Validation chooses
 * between them, and their exponents.
 */
public final class SparseType implements ClosedType {
    /** Values of all that validation chooses. */
    private record Choice(Method method, double user, double input, double output, double regularization) {
        Config fill(Config config) {
            return config.fill(SparseKeys.METHOD, method).fill(SparseKeys.USER_EXPONENT, user)
                    .fill(SparseKeys.INPUT_EXPONENT, input).fill(SparseKeys.OUTPUT_EXPONENT, output)
                    .fill(SparseKeys.REGULARIZATION, regularization);
        }
    }

    /** The ridge of SLIM where it is given for a walk. */
    private static final double USUAL_RIDGE = 300;
    private static final List<Choice> CHOICES = Stream.concat(
            Stream.of(150, 50, 500).flatMap(ridge -> Stream.of(-0.1, 0.0, -0.25)
                    .map(output -> new Choice(Method.SLIM, 0.25, 0, output, ridge))),
            Stream.of(walk(0.7, 0.75, -0.5), walk(0.7, 0.75, -0.25), walk(0.3, 0.5, -0.3),
                    walk(0.5, 0.5, -0.5), walk(0.5, 0.3, -0.3)))
            .toList();

    private static Choice walk(double user, double input, double output) {
        return new Choice(Method.TWO_HOP, user, input, output, USUAL_RIDGE);
    }

    @Override
    public String name() {
        return "sparse";
    }

    @Override
    public List<Key<?>> keys() {
        return SparseKeys.ALL;
    }

    @Override
    public List<Config> alternatives(Config config) {
        return SparseKeys.CHOSEN.stream().allMatch(config::has)
                ? List.of(config)
                : CHOICES.stream().filter(choice -> isAllowed(choice, config)).map(choice -> choice.fill(config))
                        .distinct().toList();
    }

    private static boolean isAllowed(Choice choice, Config config) {
        return !config.has(SparseKeys.METHOD) || config.get(SparseKeys.METHOD) == choice.method();
    }

    @Override
    public List<Key<?>> chosenKeys() {
        return SparseKeys.CHOSEN;
    }

    @Override
    public SparseSpec spec(Config config) {
        return new SparseSpec(config);
    }
}
