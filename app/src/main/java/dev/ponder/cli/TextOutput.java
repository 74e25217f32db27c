package dev.ponder.cli;

import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.LandedBy;
import dev.ponder.json.WrittenCall;
import dev.ponder.thinking.Decision;

/** A reply for a person: the answer to standard output, the thought dimmed to standard error. */
final class TextOutput implements ReplyOutput {

    private static final String DIM = "\u001b[2m";
    private static final String NORMAL = "\u001b[0m";

    private final Streams streams;
    private final boolean dimming;
    private boolean thinking;
    private boolean answerLineOpen;

    /** Output for one reply. */
    TextOutput(Streams streams) {
        this.streams = streams;
        // no-color.org
        this.dimming = streams.errIsTerminal() && System.getenv("NO_COLOR") == null;
    }

    @Override
    public void decision(Decision decision, int askedTokens) {
        var line = "(auto: " + (decision.thinks() ? "thinks" : "answers at once") + ", "
                + decision.reason().id() + ")";
        streams.err().print((dimming ? DIM + line + NORMAL : line) + "\n");
        streams.err().flush();
    }

    @Override
    public void prompt(int promptTokens, int cachedTokens) {
        // a person sees the reply itself
    }

    @Override
    public void reasoning(String text) {
        endAnswerLine();
        if (!thinking && dimming) {
            streams.err().print(DIM);
        }
        thinking = true;
        streams.err().print(SafeText.plain(text));
        streams.err().flush();
    }

    @Override
    public void answer(String text) {
        endThought();
        streams.out().print(SafeText.plain(text));
        streams.out().flush();
        answerLineOpen = !text.endsWith("\n");
    }

    @Override
    public void toolCall(WrittenCall call) {
        endThought();
        endAnswerLine();
        streams.out()
                .print("[tool call] " + SafeText.line(call.name()) + " "
                        + SafeText.plain(call.arguments().toString()) + "\n");
        streams.out().flush();
    }

    @Override
    public void error(String code, String message) {
        endThought();
        endAnswerLine();
        streams.err().print(SafeText.line(message) + "\n");
        streams.err().flush();
    }

    @Override
    public void budgetLowered(int granted) {
        streams.err().print("There is room for only " + granted + " tokens of thought.\n");
        streams.err().flush();
    }

    @Override
    public void landed(int thoughtTokens, LandedBy by) {
        // a person reads the sentence
    }

    @Override
    public void done(Finished end, boolean landed) {
        endThought();
        endAnswerLine();
        if (end.reason() == StopReason.LENGTH) {
            error(
                    "length",
                    "The reply was cut at its limit after " + end.tokens().generated() + " tokens.");
        }
    }

    @Override
    public boolean isClosed() {
        return streams.out().checkError();
    }

    private void endThought() {
        if (thinking) {
            thinking = false;
            streams.err().print((dimming ? NORMAL : "") + "\n\n");
            streams.err().flush();
        }
    }

    private void endAnswerLine() {
        if (answerLineOpen) {
            answerLineOpen = false;
            streams.out().print("\n");
            streams.out().flush();
        }
    }
}
