package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Auto on the demo model's public cases beside thinking always and never: all of them with
 * {@code ponder.counts=acceptance}, else every tenth.
 */
@Timeout(value = 90, unit = TimeUnit.MINUTES)
class AutoOnDemoCasesTest {

    private static final double POINTS_ALLOWED = 1.0;
    /** What asking the model may cost: tokens, or a share of the prompt. */
    private static final int PROBE_TOKENS = 48;

    private static final double PROBE_SHARE = 0.15;

    @TempDir
    private static Path folder;

    private static List<DemoCase> cases = List.of();
    private static Run always;
    private static Run never;
    private static Run auto;

    /** What came of all cases in one way of thinking. */
    private record Run(
            Map<String, CaseReply> replies,
            Map<String, JsonNode> ends,
            Map<String, JsonNode> decisions,
            Map<String, JsonNode> prompts) {

        static Run of(String option) throws IOException {
            var lines = BatchRun.lines(cases, folder, option);
            var run = new Run(BatchRun.replies(lines), new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (var line : lines) {
                run.note(Json.MAPPER.readTree(line));
            }
            return run;
        }

        private void note(JsonNode line) throws JsonProcessingException {
            var id = line.get("case").textValue();
            switch (line.get("type").textValue()) {
                case "done" -> ends.put(id, line);
                case "decision" -> decisions.put(id, line);
                case "prompt" -> prompts.put(id, line);
                default -> {
                    // the text is in the replies
                }
            }
        }

        boolean isRight(DemoCase demo) {
            var verdict = CaseJudge.judge(demo, replies.get(demo.id()));
            return verdict.stopped() && verdict.right();
        }

        int tokens(DemoCase demo, String what) {
            return ends.get(demo.id()).get(what).intValue();
        }

        int right() {
            return (int) cases.stream().filter(this::isRight).count();
        }

        int tokens(String what) {
            return cases.stream().mapToInt(demo -> tokens(demo, what)).sum();
        }
    }

    @BeforeAll
    @Timeout(value = 90, unit = TimeUnit.MINUTES)
    static void askAllThreeWays() throws IOException {
        var all = DemoCases.all();
        int step = "acceptance".equals(System.getProperty("ponder.counts")) ? 1 : 10;
        cases = IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
        always = Run.of("--think");
        never = Run.of("--no-think");
        auto = Run.of("--auto");
    }

    @Test
    void isAsGoodAsThinkingAlwaysAndCostsLess() {
        printTable();
        double points = 100.0 * (always.right() - auto.right()) / cases.size();
        assertTrue(points <= POINTS_ALLOWED, points + " points behind");
        print(
                "tokens of thought: auto %d, always %d (%.1f %%); all tokens: auto %d, always %d (%.1f %%)",
                auto.tokens("reasoningTokens"),
                always.tokens("reasoningTokens"),
                100.0 * auto.tokens("reasoningTokens") / always.tokens("reasoningTokens"),
                auto.tokens("generatedTokens"),
                always.tokens("generatedTokens"),
                100.0 * auto.tokens("generatedTokens") / always.tokens("generatedTokens"));
    }

    @Test
    void askingTheModelCostsNoMoreThanAllowed() {
        var asked = new ArrayList<Integer>();
        var byWhom = new TreeMap<String, Integer>();
        for (var demo : cases) {
            var decision = auto.decisions().get(demo.id());
            byWhom.merge(
                    decision.get("by").textValue() + ", "
                            + decision.get("reason").textValue(),
                    1,
                    Integer::sum);
            int tokens = decision.path("askedTokens").asInt();
            if (tokens > 0) {
                var prompt = auto.prompts().get(demo.id());
                // what the reply did not find in the cache was the question alone
                int extra = tokens - prompt.get("cachedTokens").intValue();
                asked.add(extra);
                double allowed = Math.max(
                        PROBE_TOKENS, PROBE_SHARE * prompt.get("promptTokens").intValue());
                assertTrue(extra <= allowed, extra + " tokens for " + demo.id());
            }
        }
        byWhom.forEach((who, count) -> print("decided by %-28s %5d", who, count));
        print(
                "the model was asked %d times, for %s tokens each",
                asked.size(), asked.stream().distinct().toList());
        assertEquals(cases.size(), auto.decisions().size());
    }

    private static void printTable() {
        var groups = new TreeMap<String, List<DemoCase>>();
        cases.forEach(demo ->
                groups.computeIfAbsent(demo.group(), _ -> new ArrayList<>()).add(demo));
        print("%-36s %6s %22s %22s %22s", "task", "cases", "never: right, tokens", "always", "auto");
        groups.forEach((group, members) -> print(
                "%-36s %6d %12d %9d %12d %9d %12d %9d",
                group,
                members.size(),
                members.stream().filter(never::isRight).count(),
                sum(never, members),
                members.stream().filter(always::isRight).count(),
                sum(always, members),
                members.stream().filter(auto::isRight).count(),
                sum(auto, members)));
        print(
                "%-36s %6d %12d %9d %12d %9d %12d %9d",
                "together",
                cases.size(),
                never.right(),
                sum(never, cases),
                always.right(),
                sum(always, cases),
                auto.right(),
                sum(auto, cases));
        print("an oracle that thinks only where the direct answer is wrong: %d tokens", oracle());
    }

    private static int sum(Run run, List<DemoCase> members) {
        return members.stream()
                .mapToInt(demo -> run.tokens(demo, "generatedTokens"))
                .sum();
    }

    /** The least that choosing between on and off can cost at full accuracy. */
    private static int oracle() {
        return cases.stream()
                .mapToInt(demo ->
                        (never.isRight(demo) || !always.isRight(demo) ? never : always).tokens(demo, "generatedTokens"))
                .sum();
    }

    private static void print(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
