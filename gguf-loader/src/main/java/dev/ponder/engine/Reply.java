package dev.ponder.engine;

import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.ReasoningEnded;
import dev.ponder.engine.GenerationEvent.ReasoningStarted;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.llama.Vocabulary;
import dev.ponder.qwen.ReplyStart;
import java.nio.charset.StandardCharsets;

/** Provisional. */
final class Reply {
    private final Vocabulary vocabulary;
    private final GenerationRun run;
    private final StopStrings stops;
    private final int open;
    private final int close;
    private boolean thinking;
    private int prompt;
    private int cached;
    private int reasoning;
    private int answer;
    private int marker;
    private int eog;
    private int forced;

    Reply(PromptTokenizer tokenizer, Vocabulary vocabulary, GenerationRequest request, GenerationRun run) {
        this.vocabulary = vocabulary;
        this.run = run;
        stops = new StopStrings(request.stops());
        open = tokenizer.markerId("<think>");
        close = tokenizer.markerId("</think>");
        thinking = request.start() == ReplyStart.INSIDE;
    }

    void prompt(int tokens, int fromCache) {
        prompt = tokens;
        cached = fromCache;
    }

    boolean opensThought(int id) {
        return id == open;
    }

    boolean thinking() {
        return thinking;
    }

    boolean begun() {
        return reasoning + answer + marker > 0;
    }

    void accept(int id) {
        if (id == open) {
            marker++;
            thinking = true;
            run.emit(new ReasoningStarted());
        } else if (id == close) {
            marker++;
            thinking = false;
            run.emit(new ReasoningEnded());
        } else {
            var text = new String(vocabulary.piece(id), StandardCharsets.UTF_8);
            if (thinking) {
                reasoning++;
                run.emit(new ReasoningText(text));
            } else {
                answer++;
                var shown = stops.accept(text);
                if (!shown.isEmpty()) {
                    run.emit(new AnswerText(shown));
                }
            }
        }
    }

    void force(int id) {
        forced++;
    }

    void end() {
        eog++;
    }

    boolean stopped() {
        return stops.hit();
    }

    void finish() {
        var rest = stops.finish();
        if (!rest.isEmpty()) {
            run.emit(new AnswerText(rest));
        }
    }

    TokenCounts counts() {
        return new TokenCounts(
                prompt, cached, reasoning + answer + marker + eog, reasoning, answer, marker, eog, forced);
    }
}
