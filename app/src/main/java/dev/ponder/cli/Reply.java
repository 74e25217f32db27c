package dev.ponder.cli;

import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Decided;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import dev.ponder.engine.GenerationEvent.ReasoningEnded;
import dev.ponder.engine.GenerationEvent.ReasoningStarted;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.Stalled;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.ThinkingLimit;
import dev.ponder.json.WrittenCall;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One reply on its way from the engine to the output. */
final class Reply {

    private final ReplyOutput output;
    private final StringBuilder answer = new StringBuilder();
    private final CompletableFuture<Generation> generation = new CompletableFuture<>();
    private @Nullable EngineError failure;
    private boolean landed;
    private boolean abandoned;

    private Reply(ReplyOutput output) {
        this.output = output;
    }

    /**
     * How a reply ended.
     *
     * @param reason why
     * @param answer its text, without thoughts
     * @param failure what failed, if something did
     * @param abandoned whether it was cancelled because nobody reads the output any more
     */
    record Outcome(
            StopReason reason, String answer, @Nullable EngineError failure, boolean abandoned) {

        /** The exit code of a command that did nothing else. */
        int exitCode() {
            if (failure != null) {
                return CliException.exitCode(failure.code());
            }
            return switch (reason) {
                case STOP, LENGTH -> ExitCode.DONE;
                case CANCELLED -> abandoned ? ExitCode.FAILED : ExitCode.INTERRUPTED;
                case ERROR -> ExitCode.FAILED;
            };
        }
    }

    /**
     * Generates a reply, shows it, and waits for its end. Ctrl+C cancels it.
     *
     * @param engine holds the model
     * @param request what to generate
     * @param output shows it
     * @param interrupts Ctrl+C
     */
    static Outcome follow(Engine engine, GenerationRequest request, ReplyOutput output, Interrupts interrupts) {
        var reply = new Reply(output);
        try (var _ = interrupts.during(reply::cancel)) {
            var generation = engine.generate(request, reply::onEvent);
            reply.generation.complete(generation);
            return reply.await(generation);
        }
    }

    private void cancel() {
        // the handle may not be there yet when the first events arrive
        var _ = generation.thenAccept(Generation::cancel);
    }

    private Outcome await(Generation running) {
        boolean interrupted = false;
        while (true) {
            try {
                var end = running.await();
                return new Outcome(end.reason(), answer.toString(), failure, abandoned);
            } catch (InterruptedException _) {
                // the engine's last event is near, and the caller needs it
                interrupted = true;
                running.cancel();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void onEvent(GenerationEvent event) {
        switch (event) {
            case PromptCounted(var prompt, var cached) -> output.prompt(prompt, cached);
            case ReasoningText(var text) -> output.reasoning(text);
            case AnswerText(var text) -> {
                answer.append(text);
                output.answer(text);
            }
            case ToolCallText(var body, var _) -> onToolCall(body);
            case Failed(var error) -> {
                failure = error;
                output.error(CliException.code(error.code()), error.message());
            }
            case ThinkingPlanned(var granted, var asked) -> onPlanned(granted, asked);
            case Landed(var at, var by) -> {
                landed = true;
                output.landed(at, by);
            }
            case Finished finished -> output.done(finished, landed);
            case PromptProgress _, ReasoningStarted _, ReasoningEnded _, Decided _, Stalled _ -> {
                // shown by the texts around them
            }
        }
        if (!abandoned && output.isClosed()) {
            abandoned = true;
            cancel();
        }
    }

    private void onPlanned(int granted, int asked) {
        if (granted < asked && asked != ThinkingLimit.UNLIMITED) {
            output.budgetLowered(granted);
        }
    }

    private void onToolCall(String body) {
        try {
            output.toolCall(WrittenCall.parse(body));
        } catch (WrittenCall.MalformedException malformed) {
            output.error("malformed-tool-call", String.valueOf(malformed.getMessage()));
        }
    }
}
