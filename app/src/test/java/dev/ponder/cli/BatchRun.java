package dev.ponder.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluation cases that went through {@code ponder chat --batch} at temperature 0. */
final class BatchRun {

    private BatchRun() {}

    /**
     * Runs cases.
     *
     * @param cases what to ask
     * @param folder for the batch file and the data of Ponder
     * @param options further options
     * @return the reply to each case by its id
     */
    static Map<String, CaseReply> of(List<DemoCase> cases, Path folder, String... options) throws IOException {
        return replies(lines(cases, folder, options));
    }

    /** Runs cases and gives the lines of JSON that came of them. */
    static List<String> lines(List<DemoCase> cases, Path folder, String... options) throws IOException {
        var arguments = new ArrayList<>(
                List.of("chat", "--batch", batchFile(cases, folder).toString()));
        arguments.addAll(List.of("--temperature", "0", "--json"));
        arguments.addAll(List.of(options));
        var run = CommandRun.installed(folder);
        int exit = run.run(arguments.toArray(String[]::new));
        if (exit != ExitCode.DONE) {
            throw new AssertionError("exit code " + exit + ": " + run.err());
        }
        return run.lines();
    }

    private static Path batchFile(List<DemoCase> cases, Path folder) throws IOException {
        var lines = cases.stream()
                .map(demo -> {
                    var line = Json.object().put("id", demo.id()).put("think", demo.think());
                    demo.input().properties().forEach(field -> line.set(field.getKey(), field.getValue()));
                    return line.toString();
                })
                .toList();
        return Files.write(folder.resolve("batch.jsonl"), lines);
    }

    /** The replies in such lines. */
    static Map<String, CaseReply> replies(List<String> lines) throws JsonProcessingException {
        var parts = new LinkedHashMap<String, Parts>();
        for (var line : lines) {
            var json = Json.MAPPER.readTree(line);
            parts.computeIfAbsent(json.get("case").textValue(), _ -> new Parts())
                    .add(json);
        }
        var replies = new LinkedHashMap<String, CaseReply>();
        parts.forEach((id, part) -> replies.put(id, part.reply()));
        return replies;
    }

    /** The lines of one case. */
    private static final class Parts {
        private final StringBuilder reasoning = new StringBuilder();
        private final StringBuilder answer = new StringBuilder();
        private final List<String> toolCalls = new ArrayList<>();
        private boolean stopped;

        void add(JsonNode line) {
            switch (line.get("type").textValue()) {
                case "reasoning" -> reasoning.append(line.get("text").textValue());
                case "answer" -> answer.append(line.get("text").textValue());
                case "toolCall" ->
                    toolCalls.add(CaseReply.toolCallBody(line.get("name").textValue(), line.get("arguments")));
                case "done" -> stopped = line.get("stopReason").textValue().equals("stop");
                case "error" -> toolCalls.add(line.get("message").textValue());
                default -> {
                    // the prompt's tokens say nothing about the text
                }
            }
        }

        CaseReply reply() {
            return new CaseReply(
                    reasoning.isEmpty() ? null : reasoning.toString(), answer.toString(), toolCalls, stopped);
        }
    }
}
