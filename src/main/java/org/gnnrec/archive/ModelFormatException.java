package org.gnnrec.archive;

/** A stored model that cannot be read: what was expected, what was found, and the way out. */
public final class ModelFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelFormatException(String message) {
        super(message + ". Train the model again");
    }
}
