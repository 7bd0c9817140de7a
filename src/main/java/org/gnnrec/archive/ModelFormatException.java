package org.gnnrec.archive;

/** Thrown where a stored model cannot be read. The message has what was expected, what was found, and the way out. */
public final class ModelFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelFormatException(String message) {
        super(message + ". Train the model again");
    }
}
