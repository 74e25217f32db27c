package dev.ponder.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** The evaluation cases of the demo model. */
final class DemoCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoCases() {}

    /** All 1,350 cases in the order of their ids. */
    static List<DemoCase> all() {
        return in("/dev/ponder/demo-cases");
    }

    /** The 200 cases with tools that have no reference. */
    static List<DemoCase> generatedTools() {
        return in("/dev/ponder/tool-cases");
    }

    private static List<DemoCase> in(String resource) {
        try (var files = Files.list(folder(resource))) {
            var cases = new ArrayList<DemoCase>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    cases.add(parse(line));
                }
            }
            return List.copyOf(cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of each group and mode, as many as asked for: a small run that still meets every kind. */
    static List<DemoCase> firstOfEach(int count) {
        var seen = new HashMap<String, Integer>();
        return all().stream()
                .filter(c -> seen.merge(c.group() + "/" + c.mode(), 1, Integer::sum) <= count)
                .toList();
    }

    private static Path folder(String resource) {
        URL folder = Objects.requireNonNull(DemoCases.class.getResource(resource));
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DemoCase parse(String line) throws IOException {
        JsonNode node = JSON.readTree(line);
        var input = JSON.createObjectNode();
        input.set("messages", node.required("messages"));
        if (node.has("tools")) {
            input.set("tools", node.get("tools"));
        }
        return new DemoCase(
                node.required("id").textValue(),
                node.required("group").textValue(),
                node.required("mode").textValue(),
                node.required("think").booleanValue(),
                node.required("thinks").booleanValue(),
                input,
                node.required("check").textValue(),
                node.required("expected").textValue(),
                node.required("kind").textValue(),
                node.at("/reference/text").asText(),
                node.at("/reference/correct").booleanValue());
    }
}
