package org.gnnrec.lab.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a running training as {@code SHOW TRANSACTIONS} has it: {@code gnnrec.train: fit epoch 3/40, loss 4.21}.
 *
 * @param phase 'fit' in the example, as are done 3, total 40 and detail 'loss 4.21'
 */
public record TrainingProgress(String phase, long done, long total, String detail) {

    private static final Pattern LINE = Pattern.compile("gnnrec\\.train: (.+?)(?: epoch)? (\\d+)/(\\d+)(?:, (.*))?");

    /** Empty for a line without a count. */
    static Optional<TrainingProgress> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String detail = matcher.group(4) == null ? "" : matcher.group(4);
        return Optional.of(new TrainingProgress(matcher.group(1), Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)), detail));
    }
}
