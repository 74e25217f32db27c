package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls of tools in both modes: those of the public cases and 200 of the demo model's generator with
 * {@code ponder.counts=acceptance}, else every tenth.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ToolCasesTest {

    /** What of an answer would be a call that was not recognised. */
    private static final List<String> TOOL_TEXT =
            List.of("<tool", "</tool", "\"arguments\"", "tool_response", "<think", "</think");

    @TempDir
    private static Path folder;

    @Test
    void publicCasesAreParsedExactlyAndAnsweredFrom() throws IOException {
        var tools = DemoCases.all().stream()
                .filter(demo -> demo.group().contains("tool") && !demo.group().equals("no fitting tool"))
                .toList();
        check("public", tools, 0.98);
    }

    @Test
    void casesOfTheGeneratorAreParsedExactlyAndAnsweredFrom() throws IOException {
        check("generated", DemoCases.generatedTools(), 0.97);
    }

    private static void check(String name, List<DemoCase> all, double wanted) throws IOException {
        int step = "acceptance".equals(System.getProperty("ponder.counts")) ? 1 : 10;
        var cases = IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
        Map<String, CaseReply> replies = BatchRun.of(cases, folder);
        var wrong = new ArrayList<String>();
        for (var demo : cases) {
            var reply = replies.get(demo.id());
            assertTrue(
                    Stream.of(reply.answer(), thought(reply))
                            .noneMatch(text -> TOOL_TEXT.stream().anyMatch(text::contains)),
                    demo.id() + " shows " + reply);
            if (isCall(demo) && !reply.toolCalls().isEmpty()) {
                assertEquals("", reply.answer().strip(), demo.id());
            }
            if (!reply.answerText().equals(demo.expected())) {
                wrong.add(demo.id() + ": " + reply.answerText());
            }
        }
        System.out.println(name + " tool cases right: " + (cases.size() - wrong.size()) + " of " + cases.size());
        wrong.forEach(System.out::println);
        assertTrue(wrong.size() <= Math.max(1, cases.size() * (1 - wanted)), wrong.toString());
    }

    private static boolean isCall(DemoCase demo) {
        return demo.expected().startsWith("<tool_call>");
    }

    private static String thought(CaseReply reply) {
        return reply.reasoning() == null ? "" : reply.reasoning();
    }
}
