package dev.ponder.cli;

import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.TemplateKind.Thinking;
import dev.ponder.qwen.ThinkingMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether the model thinks before it answers. */
final class ThinkingOption {

    @Option(
            names = "--think",
            negatable = true,
            description = "Think before the answer, or not (default: as the model does by itself).")
    @Nullable Boolean think;

    /** What was typed, else what the input says, else the model's own way. */
    ThinkingMode mode(@Nullable Boolean fromInput) {
        var choice = think == null ? fromInput : think;
        if (choice == null) {
            return ThinkingMode.DEFAULT;
        }
        return choice ? ThinkingMode.ON : ThinkingMode.OFF;
    }

    /**
     * Makes sure that a model can do what was asked.
     *
     * @throws CliException when it cannot, with the reason
     */
    static void check(ThinkingMode mode, ChatTemplate template) throws CliException {
        var can = template.kind().thinking();
        if (mode == ThinkingMode.ON && can == Thinking.NEVER) {
            throw CliException.badInput(
                    "cannot-think",
                    "This model cannot be asked to think, because "
                            + template.kind().thinkingReason() + ": leave --think out.");
        }
        if (mode == ThinkingMode.OFF && can == Thinking.ALWAYS) {
            throw CliException.badInput(
                    "always-thinks",
                    "This model cannot be kept from thinking, because "
                            + template.kind().thinkingReason() + ": leave --no-think out.");
        }
    }
}
