package org.gnnrec.archive;

import java.util.Optional;

/**
 * A current model as a list shows it, or what is left of one whose drop was interrupted.
 *
 * @param name of the model; the element id of its node where that has lost the name
 * @param info nothing where the description cannot be read
 * @param problem why it cannot be served, with the way out, or null
 */
public record ListedModel(String name, Optional<ModelInfo> info, String problem) {
    /** A model whose description can be read. */
    public static ListedModel of(ModelInfo info, String problem) {
        return new ListedModel(info.name(), Optional.of(info), problem);
    }

    /** A model whose description cannot be read. */
    public static ListedModel broken(String name, String problem) {
        return new ListedModel(name, Optional.empty(), problem);
    }
}
