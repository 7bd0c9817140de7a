package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;

import org.gnnrec.lab.endure.Answer.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final String FAILED = "Neo.ClientError.Procedure.ProcedureCallFailed";

    private static Kind kind(String code, String message) {
        return Answer.of(code, message).kind();
    }

    @ParameterizedTest
    @ValueSource(strings = { "java.lang.IllegalArgumentException: k must be",
            "java.lang.IllegalStateException: it runs",
            "org.gnnrec.archive.ModelFormatException: array 'x' is damaged" })
    void whatIsThrownOnPurposeIsClear(String cause) {
        assertThat(kind(FAILED, "Failed to invoke procedure `gnnrec.train`: Caused by: " + cause))
                .isEqualTo(Kind.CLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = { "java.lang.NullPointerException", "java.lang.ClassCastException: class java.lang.String",
            "java.lang.ArrayIndexOutOfBoundsException: 3", "java.lang.NegativeArraySizeException: -1",
            "java.lang.ArithmeticException: overflow", "java.lang.OutOfMemoryError: Java heap space",
            "java.lang.StackOverflowError", "java.io.UncheckedIOException: x", "java.util.NoSuchElementException: x",
            "com.fasterxml.jackson.core.JsonParseException: x" })
    void whatJavaThrowsByAccidentIsRaw(String cause) {
        assertThat(kind(FAILED, "Failed to invoke procedure `gnnrec.train`: Caused by: " + cause)).isEqualTo(Kind.RAW);
        assertThat(kind(FAILED, "java.lang.IllegalStateException: it failed: " + cause)).isEqualTo(Kind.RAW);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Neo.ClientError.Statement.SyntaxError", "Neo.ClientError.Statement.TypeError",
            "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
            "Neo.TransientError.General.MemoryPoolOutOfMemoryError", "Neo.TransientError.Transaction.Terminated" })
    void refusalsOfNeo4jAreRight(String code) {
        assertThat(kind(code, "no")).isEqualTo(Kind.NEO4J);
        assertThat(Answer.of(code, "no").isRight()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { FAILED, "N/A", "Neo.DatabaseError.General.UnknownError",
            "Neo.TransientError.General.OutOfMemoryError" })
    void anythingElseIsWrong(String code) {
        assertThat(Answer.of(code, "something").isRight()).isFalse();
        assertThat(Answer.of(code, "java.lang.IllegalArgumentException: ").isRight()).isFalse();
    }
}
