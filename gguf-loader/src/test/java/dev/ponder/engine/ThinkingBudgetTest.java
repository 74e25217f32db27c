package dev.ponder.engine;

import static dev.ponder.engine.DemoModelChat.MODEL;
import static dev.ponder.engine.DemoModelChat.hear;
import static dev.ponder.engine.DemoModelChat.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.DemoModelChat.Heard;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.qwen.ThinkingBudget;
import dev.ponder.qwen.ThinkingMode;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Long thoughts with budgets: every one lands in time and in an answer. Prints how right the answers are. */
class ThinkingBudgetTest {
    private static final int PROMPTS = 500;
    private static final List<Integer> BUDGETS = List.of(8, 16, 32, 64, 100, 150, 200, 250, 300, 400);

    /** Of the replies with one budget. */
    private static final class Row {
        int replies;
        int right;
        int landed;
        int thought;
        int most;

        void add(boolean isRight, Heard heard) {
            int tokens = heard.finished().tokens().reasoning();
            replies++;
            right += isRight ? 1 : 0;
            landed += heard.all(Landed.class).size();
            thought += tokens;
            most = Math.max(most, tokens);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%7d %5d (%3.0f %%) %7d %13.0f %12d",
                    replies,
                    right,
                    100.0 * right / replies,
                    landed,
                    (double) thought / replies,
                    most);
        }
    }

    private static final Pattern WHOLE_LINE =
            Pattern.compile("[.!?]\n\n" + Pattern.quote(ThinkingBudget.SENTENCE) + "$");

    private final TreeMap<String, Row> table = new TreeMap<>();

    @Test
    void everyThoughtLandsInTimeAndInAnAnswer() throws Exception {
        try (var engine =
                DemoModelChat.engine(LoadRequest.of(MODEL).withGpuLayers(0).withThreads(1))) {
            var tasks = LongTask.tasks(Counts.of(PROMPTS));
            for (int i = 0; i < tasks.size(); i++) {
                var task = tasks.get(i);
                // each budget meets every kind of task
                int budget = BUDGETS.get(i / LongTask.Kind.values().length % BUDGETS.size());
                var limit = ThinkingLimit.of(budget);
                var heard =
                        hear(engine, request(ThinkingMode.ON, task.question()).withThinking(limit));
                check(limit, task, heard);
                note(String.format("%5d", budget), task, heard);
                note("  all", task, heard);
            }
            compare(engine, tasks.subList(0, Counts.of(PROMPTS / 5)));
        }
        System.out.println("budget     replies right        landed  mean thought  most thought");
        table.forEach((budget, row) -> System.out.println(budget + "     " + row));
    }

    /** The same tasks without thinking and without a budget, for the table alone. */
    private void compare(Engine engine, List<LongTask> tasks) throws InterruptedException {
        for (var task : tasks) {
            note("  off", task, hear(engine, request(ThinkingMode.OFF, task.question())));
            note("  any", task, hear(engine, request(ThinkingMode.ON, task.question())));
        }
    }

    private void note(String budget, LongTask task, Heard heard) {
        table.computeIfAbsent(budget, _ -> new Row()).add(task.isAnsweredBy(heard.answer()), heard);
        table.computeIfAbsent(budget + " " + task.kind(), _ -> new Row()).add(task.isAnsweredBy(heard.answer()), heard);
    }

    private static void check(ThinkingLimit limit, LongTask task, Heard heard) {
        String told = limit + " for " + task.question().text() + " gave " + heard.reasoning() + " | " + heard.answer();
        assertEquals(StopReason.STOP, heard.finished().reason(), told);
        assertEquals(List.of(new ThinkingPlanned(limit.budget(), limit.budget())), heard.all(ThinkingPlanned.class));
        // the whole answer has the form of one, so that it is not empty and no thought runs on in it
        assertTrue(task.isFormOf(heard.answer()), told);
        int most = limit.budget() + limit.grace();
        assertTrue(heard.finished().tokens().reasoning() <= most, told);
        var landed = heard.all(Landed.class);
        assertEquals(landed.size(), heard.reasoning().endsWith(ThinkingBudget.SENTENCE) ? 1 : 0, told);
        for (var landing : landed) {
            assertEquals(LandedBy.BUDGET, landing.by());
            assertTrue(landing.at() >= limit.budget() && landing.at() <= most, told);
            boolean wholeLine = WHOLE_LINE.matcher(heard.reasoning()).find();
            assertTrue(wholeLine || landing.at() == most, told);
        }
        assertFalse(heard.answer().contains("think"), told);
    }
}
