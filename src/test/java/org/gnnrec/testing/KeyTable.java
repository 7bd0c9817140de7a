package org.gnnrec.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gnnrec.config.Key;

/**
 * The table of some keys as a page has it, made of their declarations. With {@code -Dgnnrec.writePages=true} the page is
 * written anew.
 */
public record KeyTable(String heading, Collection<? extends Key<?>> keys) {
    private String text() {
        return "| " + heading + " | default | values | meaning |\n| --- | --- | --- | --- |\n"
                + keys.stream().map(KeyTable::row).collect(Collectors.joining());
    }

    private static String row(Key<?> key) {
        String values = key.values().replaceAll(",$", "").replace("'", "`").replaceAll("`([\\w-]+)`", "`'$1'`");
        return "| `" + key.name() + "` | " + key.usualInWords() + " | " + values + " | " + key.sentence() + " |\n";
    }

    /** True if the page has exactly this table under its heading. */
    public boolean isIn(Page page) {
        if (Boolean.getBoolean("gnnrec.writePages")) {
            write(page);
        }
        return Page.of(page.file().toString()).text().contains(text());
    }

    private void write(Page page) {
        try {
            String old = Files.readString(page.file());
            Pattern table = Pattern.compile("(?m)^\\| " + Pattern.quote(heading) + " \\|.*\\n(?:\\|.*\\n)+");
            Files.writeString(page.file(),
                    table.matcher(old).replaceFirst(java.util.regex.Matcher.quoteReplacement(text())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return heading;
    }
}
