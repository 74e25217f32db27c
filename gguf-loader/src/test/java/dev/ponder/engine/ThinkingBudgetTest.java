package dev.ponder.engine;

import static dev.ponder.engine.DemoModelChat.MODEL;
import static dev.ponder.engine.DemoModelChat.engine;
import static dev.ponder.engine.DemoModelChat.hear;
import static dev.ponder.engine.DemoModelChat.request;

import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.qwen.ThinkingMode;
import org.junit.jupiter.api.Test;

class ThinkingBudgetTest {
    @Test
    void explore() throws Exception {
        try (var engine = engine(LoadRequest.of(MODEL).withGpuLayers(0).withThreads(1))) {
            int[] budgets = {0, 1, 8, 16, 32, 64, 100, 200, 300, 400};
            int i = 0;
            for (var task : LongTask.tasks(60)) {
                int budget = budgets[(i / 3) % 10];
                var heard =
                        hear(engine, request(ThinkingMode.ON, task.question()).withThinking(ThinkingLimit.of(budget)));
                System.out.println(budget + " " + task.kind() + " " + task.isAnsweredBy(heard.answer()) + " "
                        + task.isFormOf(heard.answer()) + " " + heard.all(Landed.class) + " "
                        + heard.finished().tokens() + " " + heard.finished().reason() + "\n   "
                        + heard.reasoning().replace("\n", "~").replaceAll("(?<=.{60}).*(?=.{140})", " ... ") + "\n   ["
                        + heard.answer() + "]");
                i++;
            }
        }
    }
}
