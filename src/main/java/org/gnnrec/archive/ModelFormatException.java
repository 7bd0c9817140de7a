package org.gnnrec.archive;

/** Thrown where a stored model cannot be read. The message has what was expected, what was found, and the way out. */
public final class ModelFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A stored value in a message may be as long as it likes. */
    private static final int LONGEST = 1_000;

    private final String reason;

    public ModelFormatException(String reason) {
        super((reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "...") + ". Train the model again");
        this.reason = reason;
    }

    /**
     * What reading the model of this name failed with. The message names the model once. The failure is no cause, because
     * Neo4j would show the cause alone.
     */
    public static ModelFormatException ofModel(String name, RuntimeException failure) {
        String reason = failure instanceof ModelFormatException format ? format.reason : message(failure);
        String model = "model '" + name + "'";
        ModelFormatException named = new ModelFormatException(
                reason.startsWith(model) ? reason : model + ": " + reason);
        named.addSuppressed(failure);
        return named;
    }

    private static String message(RuntimeException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
