package dev.ponder.engine;

import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.ReasoningEnded;
import dev.ponder.engine.GenerationEvent.ReasoningStarted;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.llama.Vocabulary;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReasoningSplitter;
import dev.ponder.qwen.ReplySegment;
import dev.ponder.qwen.ReplyStart;
import dev.ponder.qwen.ThinkBlocks;
import dev.ponder.qwen.ThinkingMarkers;
import dev.ponder.qwen.Utf8Stream;
import java.nio.charset.StandardCharsets;

/**
 * A reply under way: tokens go in, events come out. Bytes become code points, the splitter tells thought from answer,
 * and stop strings watch the answer.
 */
final class Reply {
    private final Vocabulary vocabulary;
    private final GenerationRun run;
    private final ThinkingMarkers markers;
    private final ReasoningSplitter splitter;
    private final Utf8Stream decoder = new Utf8Stream();
    private final StopStrings stops;
    private boolean begun;
    private boolean thought;
    private int lineBreaks;
    private boolean finished;
    private int prompt;
    private int cached;
    private int eog;
    private int forced;

    Reply(PromptTokenizer tokenizer, Vocabulary vocabulary, GenerationRequest request, GenerationRun run) {
        this.vocabulary = vocabulary;
        this.run = run;
        markers = new ThinkingMarkers(
                tokenizer.markerId("<think>"),
                tokenizer.markerId("</think>"),
                tokenizer.markerId("<tool_call>"),
                tokenizer.markerId("</tool_call>"));
        splitter = new ReasoningSplitter(markers, request.start(), this::show);
        stops = new StopStrings(request.stops());
        begun = request.start() != ReplyStart.OUTSIDE;
        thought = request.start().insideThought() || ThinkBlocks.endsWithThought(request.prompt());
        if (request.prompt().parts().getLast() instanceof Prompt.Text(var end)) {
            lineBreaks = lineBreaksAtEnd(end.getBytes(StandardCharsets.UTF_8));
        }
    }

    void prompt(int tokens, int fromCache) {
        prompt = tokens;
        cached = fromCache;
    }

    /** Whether this token would open a thought. */
    boolean opensThought(int id) {
        return id == markers.thinkOpen();
    }

    /** Whether this token is one of those around a thought. */
    boolean isThinkTag(int id) {
        return id == markers.thinkOpen() || id == markers.thinkClose();
    }

    /** Whether this model has no tokens for the tags around a thought. */
    boolean spellsTags() {
        return markers.thinkOpen() < 0 || markers.thinkClose() < 0;
    }

    /** Whether there was a thought, by the prompt or in the reply, be it blank or no more than a tag of one. */
    boolean thought() {
        return thought;
    }

    /** Whether the answer has begun, by a visible character or a tool call. */
    boolean answered() {
        return splitter.answered();
    }

    /** Line breaks at the end of what was written last. */
    int lineBreaks() {
        return lineBreaks;
    }

    /** Whether the text stands in the middle of a code point. */
    boolean insideCodePoint() {
        return decoder.isInside();
    }

    /** Decides about what is held back as if nothing followed it. */
    void settle() {
        splitter.settle();
    }

    /** Whether the reply stands inside a thought. */
    boolean thinking() {
        return splitter.inThought();
    }

    /** Whether it is settled if the reply begins with a thought. */
    boolean begun() {
        return begun;
    }

    /** Whether a stop string has come. */
    boolean stopped() {
        return stops.hit();
    }

    /** Takes a token that the model drew. */
    void accept(int id) {
        begun = true;
        var piece = written(id);
        splitter.token(id, decoder.decode(piece));
        thought |= splitter.inThought() || isThinkTag(id);
    }

    /** Takes a token that Ponder wrote. */
    void force(int id) {
        forced++;
        splitter.forced(id, decoder.decode(written(id)));
    }

    private byte[] written(int id) {
        var piece = vocabulary.piece(id);
        int breaks = lineBreaksAtEnd(piece);
        lineBreaks = breaks == piece.length ? lineBreaks + breaks : breaks;
        return piece;
    }

    private static int lineBreaksAtEnd(byte[] text) {
        int from = text.length;
        while (from > 0 && text[from - 1] == '\n') {
            from--;
        }
        return text.length - from;
    }

    /** Takes the end of the turn. */
    void end() {
        eog++;
    }

    /** Emits what was held back. */
    void finish() {
        if (finished) {
            return;
        }
        finished = true;
        splitter.finish(decoder.finish());
        emitAnswer(stops.finish());
    }

    TokenCounts counts() {
        var tally = splitter.tally();
        return new TokenCounts(
                prompt, cached, tally.total() + eog, tally.reasoning(), tally.answer(), tally.marker(), eog, forced);
    }

    private void show(ReplySegment segment) {
        switch (segment) {
            case ReplySegment.ReasoningStarted() -> run.emit(new ReasoningStarted());
            case ReplySegment.ReasoningText(var text) -> run.emit(new ReasoningText(text));
            case ReplySegment.ReasoningEnded() -> run.emit(new ReasoningEnded());
            case ReplySegment.AnswerText(var text) -> showAnswer(text);
            case ReplySegment.ToolCallBody(var body, var closed) -> run.emit(new ToolCallText(body, closed));
        }
    }

    private void showAnswer(String text) {
        // after a stop string nothing is part of the answer any more
        if (!stops.hit()) {
            emitAnswer(stops.accept(text));
        }
    }

    private void emitAnswer(String text) {
        if (!text.isEmpty()) {
            run.emit(new AnswerText(text));
        }
    }
}
