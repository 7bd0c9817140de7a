package org.gnnrec.lab.endure;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.gnnrec.lab.server.Neo4jServer;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/** Sends calls with a limit of time each, judges the answers and counts them. */
final class HostileClient {
    static final int LIMIT_SECONDS = 20;
    /** How much later than its limit a call may end. */
    private static final int GRACE_SECONDS = 20;
    private static final TransactionConfig LIMITED = TransactionConfig.builder()
            .withTimeout(Duration.ofSeconds(LIMIT_SECONDS)).build();

    private final Neo4jServer server;
    private final Violations violations;
    private final Map<Answer.Kind, Long> answers = new EnumMap<>(Answer.Kind.class);
    private long slowestMillis;

    HostileClient(Neo4jServer server, Violations violations) {
        this.server = server;
        this.violations = violations;
    }

    /** Sends a call that may be refused, but only clearly. */
    Answer send(HostileCall call) {
        long start = System.nanoTime();
        Answer answer = answer(call);
        long millis = (System.nanoTime() - start) / 1_000_000;
        slowestMillis = Math.max(slowestMillis, millis);
        answers.merge(answer.kind(), 1L, Long::sum);
        if (!answer.isRight()) {
            violations.add(answer.kind() + " answer to " + call + ": " + answer.message());
        }
        violations.require(millis < 1_000L * (LIMIT_SECONDS + GRACE_SECONDS),
                "answered only after " + millis + " ms: " + call);
        violations.require(server.isAlive(), "the server ended by itself at " + call);
        return answer;
    }

    /** Sends a call that must be answered in rows. */
    boolean mustSucceed(String what, HostileCall call) {
        Answer answer = send(call);
        if (answer.isRight()) {
            violations.require(answer.kind() == Answer.Kind.ROWS,
                    what + " failed by " + call + ": " + answer.message());
        }
        return answer.kind() == Answer.Kind.ROWS;
    }

    private Answer answer(HostileCall call) {
        try {
            cypher().rows(call.query(), LIMITED, call.parameters());
            return Answer.ROWS;
        } catch (Neo4jException e) {
            return Answer.of(e);
        }
    }

    Cypher cypher() {
        return new Cypher(server.driver());
    }

    Map<Answer.Kind, Long> answers() {
        return new EnumMap<>(answers);
    }

    long slowestMillis() {
        return slowestMillis;
    }
}
