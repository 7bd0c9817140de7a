package org.gnnrec.lab.endure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gnnrec.lab.endure.SoakReport.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SoakPlotTest {
    @TempDir
    private Path folder;

    private static Sample sample(double seconds, long heap, int errors) {
        return new Sample(seconds, false, new Resources(heap << 20, 70, 400, 5), 80 << 20, 100, 2, 9, errors);
    }

    @Test
    void eachCurveRunsFromItsFirstSampleToTheRightEdge() throws Exception {
        Path file = folder.resolve("new/soak.svg");
        SoakPlot.write(new SoakReport(1, List.of(sample(15, 50, 0), sample(60, 100, 0)), Map.of(), "1g", 42, "cpu",
                List.of()), file);

        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(7);
        Element heap = (Element) svg.getElementsByTagName("polyline").item(0);
        assertThat(heap.getAttribute("points")).isEqualTo("290.0,55.0 770.0,20.0");
        assertThat(svg.getDocumentElement().getTextContent()).contains("live heap, MiB", "largest 100.0", "1 minutes");
    }
}
