package org.gnnrec.lab.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A curve drawn in text: the highest value on the top line, the first epoch at the left. */
final class LossPlot {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 8;

    private LossPlot() {}

    /** At most 60 columns, each the mean of its epochs, and eight lines; empty for no values. */
    static String render(List<Double> losses) {
        if (losses.isEmpty()) {
            return "";
        }
        double[] columns = columns(losses);
        double max = Arrays.stream(columns).max().orElseThrow();
        double min = Arrays.stream(columns).min().orElseThrow();
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < HEIGHT; line++) {
            String label = line == 0 ? label(max) : line == HEIGHT - 1 ? label(min) : "";
            text.append(String.format(Locale.ROOT, "%10s |%s%n", label, line(columns, line, min, max)));
        }
        text.append(" ".repeat(11)).append('+').append("-".repeat(columns.length)).append('\n');
        String last = "epoch " + losses.size();
        int indent = Math.max(14, 12 + columns.length - last.length());
        return text.append(" ".repeat(12)).append('1').append(" ".repeat(indent - 13)).append(last).append('\n')
                .toString();
    }

    private static String label(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String line(double[] columns, int line, double min, double max) {
        StringBuilder text = new StringBuilder();
        for (double value : columns) {
            double height = max > min ? (value - min) / (max - min) : 0;
            text.append(Math.round((1 - height) * (HEIGHT - 1)) == line ? '*' : ' ');
        }
        return text.toString().stripTrailing();
    }

    private static double[] columns(List<Double> losses) {
        double[] columns = new double[Math.min(WIDTH, losses.size())];
        for (int column = 0; column < columns.length; column++) {
            int from = column * losses.size() / columns.length;
            int to = (column + 1) * losses.size() / columns.length;
            columns[column] = losses.subList(from, to).stream().mapToDouble(Double::doubleValue).average()
                    .orElseThrow();
        }
        return columns;
    }
}
