package org.gnnrec.lab.endure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gnnrec.lab.endure.SoakReport.Sample;

/** The curves of the long run as SVG, one panel below the other, each from 0 to its largest value. */
final class SoakPlot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 70;
    private static final int LEFT = 130;
    private static final int TOP = 20;
    private static final int PANEL = HEIGHT + 22;
    private static final List<Panel> PANELS = List.of(
            new Panel("live heap, MiB", sample -> sample.resources().liveHeapBytes() / (double) (1 << 20)),
            new Panel("threads", sample -> sample.resources().threads()),
            new Panel("file handles", sample -> sample.resources().handles()),
            new Panel("store, MiB", sample -> sample.storeBytes() / (double) (1 << 20)),
            new Panel("recommend p50, ms", Sample::millisP50), new Panel("recommend p99, ms", Sample::millisP99),
            new Panel("errors so far", Sample::errors));

    private final XMLStreamWriter xml;
    private final List<Sample> samples;

    private record Panel(String title, ToDoubleFunction<Sample> value) {}

    private SoakPlot(XMLStreamWriter xml, List<Sample> samples) {
        this.xml = xml;
        this.samples = samples;
    }

    /** Writes the file, and its folder where there is none. */
    static void write(SoakReport report, Path file) throws IOException, XMLStreamException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out,
                    StandardCharsets.UTF_8.name());
            new SoakPlot(xml, report.samples()).draw();
            xml.close();
        }
    }

    private void draw() throws XMLStreamException {
        xml.writeStartElement("svg");
        attributes("xmlns", "http://www.w3.org/2000/svg", "width", LEFT + WIDTH + 20, "height",
                TOP + PANELS.size() * PANEL + 20, "font-family", "sans-serif", "font-size", 12);
        xml.writeEmptyElement("rect");
        attributes("width", "100%", "height", "100%", "fill", "white");
        for (int panel = 0; panel < PANELS.size(); panel++) {
            draw(PANELS.get(panel), TOP + panel * PANEL);
        }
        text(LEFT + WIDTH, TOP + PANELS.size() * PANEL, "end",
                String.format(Locale.ROOT, "%.0f minutes", lastSecond() / 60));
        xml.writeEndElement();
    }

    private void draw(Panel panel, int top) throws XMLStreamException {
        double largest = samples.stream().mapToDouble(panel.value).max().orElse(0);
        xml.writeEmptyElement("rect");
        attributes("x", LEFT, "y", top, "width", WIDTH, "height", HEIGHT, "fill", "#f6f6f6");
        text(LEFT - 8, top + HEIGHT / 2, "end", panel.title);
        text(LEFT + 4, top + 12, "start", String.format(Locale.ROOT, "largest %,.1f", largest));
        xml.writeEmptyElement("polyline");
        attributes("fill", "none", "stroke", "#1f5fa8", "stroke-width", 1.5, "points", points(panel, top, largest));
    }

    private String points(Panel panel, int top, double largest) {
        double scale = largest > 0 ? HEIGHT / largest : 0;
        return samples.stream().map(sample -> String.format(Locale.ROOT, "%.1f,%.1f",
                LEFT + WIDTH * sample.seconds() / lastSecond(),
                top + HEIGHT - scale * panel.value.applyAsDouble(sample))).collect(Collectors.joining(" "));
    }

    private double lastSecond() {
        return samples.get(samples.size() - 1).seconds();
    }

    private void text(int x, int y, String anchor, String text) throws XMLStreamException {
        xml.writeStartElement("text");
        attributes("x", x, "y", y, "text-anchor", anchor);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void attributes(Object... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            xml.writeAttribute((String) pairs[i], String.valueOf(pairs[i + 1]));
        }
    }
}
