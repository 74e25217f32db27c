package dev.ponder.engine.host;

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
import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.engine.LandedBy;

/** {@link GenerationEvent} as fields of a message. */
final class GenerationCodec {

    private GenerationCodec() {}

    static void write(WireOutput out, GenerationEvent event) {
        switch (event) {
            case PromptCounted(var prompt, var cached) ->
                out.tag(1).number(prompt).number(cached);
            case PromptProgress(var processed, var prompt) ->
                out.tag(2).number(processed).number(prompt);
            case ReasoningStarted() -> out.tag(3);
            case ReasoningText(var text) -> out.tag(4).text(text);
            case ReasoningEnded() -> out.tag(5);
            case AnswerText(var text) -> out.tag(6).text(text);
            case ToolCallText(var body, var closed) -> out.tag(7).text(body).flag(closed);
            case Stalled(var seconds) -> out.tag(8).number(seconds);
            case Failed(var error) -> EventFields.writeError(out.tag(9), error);
            case Finished(var reason, var tokens, var timings) -> {
                out.tag(10).constant(reason);
                writeCounts(out, tokens);
                writeTimings(out, timings);
            }
            case ThinkingPlanned(var granted, var asked) ->
                out.tag(11).number(granted).number(asked);
            case Landed(var at, var by) -> out.tag(12).number(at).constant(by);
            case Decided(var logits, var greatest) ->
                out.tag(13).list(logits, WireOutput::fraction).fraction(greatest);
        }
    }

    static GenerationEvent read(WireInput in) throws WireException {
        int tag = in.tag();
        return switch (tag) {
            case 1 -> new PromptCounted(in.size(), in.size());
            case 2 -> new PromptProgress(in.size(), in.size());
            case 3 -> new ReasoningStarted();
            case 4 -> new ReasoningText(in.text());
            case 5 -> new ReasoningEnded();
            case 6 -> new AnswerText(in.text());
            case 7 -> new ToolCallText(in.text(), in.flag());
            case 8 -> new Stalled(in.size());
            case 9 -> new Failed(EventFields.readError(in));
            case 10 -> new Finished(in.constant(StopReason.class), readCounts(in), readTimings(in));
            case 11 -> new ThinkingPlanned(in.size(), in.size());
            case 12 -> new Landed(in.size(), in.constant(LandedBy.class));
            case 13 -> new Decided(in.list(Double.BYTES, WireInput::fraction), in.fraction());
            default -> throw new WireException(tag + " is no event of a generation");
        };
    }

    private static void writeCounts(WireOutput out, TokenCounts tokens) {
        out.number(tokens.prompt())
                .number(tokens.cached())
                .number(tokens.generated())
                .number(tokens.reasoning())
                .number(tokens.answer())
                .number(tokens.marker())
                .number(tokens.eog())
                .number(tokens.forced());
    }

    private static TokenCounts readCounts(WireInput in) throws WireException {
        return new TokenCounts(in.size(), in.size(), in.size(), in.size(), in.size(), in.size(), in.size(), in.size());
    }

    private static void writeTimings(WireOutput out, Timings timings) {
        out.fraction(timings.promptMillis())
                .fraction(timings.reasoningMillis())
                .fraction(timings.answerMillis())
                .fraction(timings.nativePromptMillis())
                .fraction(timings.nativeDecodeMillis())
                .number(timings.nativeDecodeTokens())
                .fraction(timings.javaMillis());
    }

    private static Timings readTimings(WireInput in) throws WireException {
        return new Timings(
                in.fraction(), in.fraction(), in.fraction(), in.fraction(), in.fraction(), in.size(), in.fraction());
    }
}
