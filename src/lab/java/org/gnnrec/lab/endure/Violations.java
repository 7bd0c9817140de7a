package org.gnnrec.lab.endure;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What a run says: lines on what it is at, and each promise that did not hold, which is kept too. Thread-safe. */
final class Violations {
    private static final int LONGEST = 600;

    private final String program;
    private final PrintWriter log;
    private final List<String> found = new ArrayList<>();

    Violations(String program, PrintWriter log) {
        this.program = program;
        this.log = log;
    }

    void say(String what) {
        log.println(program + ": " + what);
        log.flush();
    }

    /** Adds a broken promise; of a long text the beginning is kept. */
    synchronized void add(String what) {
        String kept = what.length() > LONGEST ? what.substring(0, LONGEST) + "..." : what;
        found.add(kept);
        say("VIOLATION: " + kept);
    }

    void addAll(List<String> all) {
        all.forEach(this::add);
    }

    /** Adds the text where the condition is false. */
    void require(boolean condition, String otherwise) {
        if (!condition) {
            add(otherwise);
        }
    }

    synchronized List<String> all() {
        return List.copyOf(found);
    }

    /** The exit code of a program: 1 where a promise was broken. */
    static int exitCode(List<String> violations) {
        return violations.isEmpty() ? 0 : 1;
    }

    /** For people: the number and one line each. */
    static String summary(List<String> violations) {
        StringBuilder text = new StringBuilder(
                violations.isEmpty() ? "no violation\n" : violations.size() + " violations\n");
        violations.forEach(one -> text.append("  ").append(one).append('\n'));
        return text.toString();
    }
}
