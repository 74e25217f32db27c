import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** Adds up Surefire's reports: a line for each module, then {@code N passed, N failed, N skipped}. Fails unless some passed and none failed. */
final class TestTotals {

    private static final String REPORTS = "target/surefire-reports";

    private record Totals(int passed, int failed, int skipped) {
        Totals plus(Totals other) {
            return new Totals(passed + other.passed, failed + other.failed, skipped + other.skipped);
        }

        @Override
        public String toString() {
            return passed + " passed, " + failed + " failed, " + skipped + " skipped";
        }
    }

    void main(String[] arguments) throws IOException, XMLStreamException {
        var modules = new TreeMap<String, Totals>();
        try (var folders = Files.newDirectoryStream(Path.of(arguments[0]), Files::isDirectory)) {
            for (var module : folders) {
                addReports(module, modules);
            }
        }
        IO.println();
        modules.forEach((module, totals) -> IO.println("  %-14s %s".formatted(module, totals)));
        var all = modules.values().stream().reduce(new Totals(0, 0, 0), Totals::plus);
        IO.println(all);
        System.exit(all.passed() > 0 && all.failed() == 0 ? 0 : 1);
    }

    private static void addReports(Path module, Map<String, Totals> modules) throws IOException, XMLStreamException {
        if (!Files.isDirectory(module.resolve(REPORTS))) {
            return;
        }
        try (var reports = Files.newDirectoryStream(module.resolve(REPORTS), "TEST-*.xml")) {
            for (var report : reports) {
                modules.merge(module.getFileName().toString(), read(report), Totals::plus);
            }
        }
    }

    /** Reads the figures of one test class, which are attributes of the report's first element. */
    private static Totals read(Path report) throws IOException, XMLStreamException {
        try (var in = Files.newInputStream(report)) {
            var xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            xml.nextTag();
            int failed = figure(xml.getAttributeValue(null, "failures")) + figure(xml.getAttributeValue(null, "errors"));
            int skipped = figure(xml.getAttributeValue(null, "skipped"));
            return new Totals(figure(xml.getAttributeValue(null, "tests")) - failed - skipped, failed, skipped);
        }
    }

    private static int figure(String attribute) {
        return Integer.parseInt(attribute);
    }
}
