package dev.ponder.engine;

import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import dev.ponder.qwen.ThinkingBudget;
import dev.ponder.qwen.Utf8Stream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thought of a reply: counts it, lands it, closes what is open, and knows whether the answer is still owed. Belongs to
 * the engine's thread.
 *
 * <p>Whatever the model draws before the answer's first visible character counts for the thought, the tag that opens it
 * apart, so that a model which closes and opens its thought in turn comes to an end too.
 */
final class Thought {

    /** What the template writes between the thought and the answer. */
    private static final Prompt BLANK_LINE = new Prompt(List.of(new Prompt.Text("\n\n")));

    /** A code point takes up to three tokens after the one that begins it. */
    private static final int LONGEST_CODE_POINT = 4;

    /** Where tags are spelled out, one may take that many tokens. */
    private static final int LONGEST_TAG = "</think>".length();

    /** So many tokens of blank space after a thought, and the model has nothing to say by itself. */
    private static final int BLANKS = 8;

    private final PromptTokenizer tokenizer;
    private final GenerationRequest request;
    private final GenerationRun run;
    private final Reply reply;
    private final Sequence sequence;
    private final int closeTokens;
    private ThinkingPlan plan = new ThinkingPlan(0, 0);
    private int tokens;
    private int blanks;
    private boolean ended;

    Thought(PromptTokenizer tokenizer, GenerationRequest request, GenerationRun run, Reply reply, Sequence sequence)
            throws EngineException {
        this.tokenizer = tokenizer;
        this.request = request;
        this.run = run;
        this.reply = reply;
        this.sequence = sequence;
        closeTokens = tokenizer.tokenize(ThinkingBudget.CLOSE).length;
    }

    /** Tokens that the context must hold behind the prompt for any reply. */
    int leastRoom() {
        return request.start().insideThought() ? closeTokens + 1 : 1;
    }

    /**
     * Plans the thought and tells the plan, where the reply may think.
     *
     * @param room tokens that the context holds behind the prompt
     * @param limit most tokens to draw
     */
    void plan(int room, int limit) throws EngineException {
        if (request.start() == ReplyStart.ANSWER) {
            return;
        }
        int tag = request.start() == ReplyStart.OUTSIDE ? 1 : 0;
        int landing = tokenizer.tokenize(ThinkingBudget.LANDING).length;
        var asked = request.thinking();
        plan = ThinkingPlan.of(asked, Math.min(room - landing, limit) - tag);
        run.emit(new ThinkingPlanned(plan.budget(), asked.budget()));
    }

    /** Counts a token that the model drew, before the reply takes it. */
    void drawn(int id) {
        boolean opens = !reply.thought() && reply.opensThought(id);
        if (!opens && !reply.answered()) {
            tokens++;
            blanks = reply.thinking() ? 0 : blanks + 1;
        }
    }

    /** Why the thought has to end now; null where it may go on. */
    @Nullable LandedBy due(int left) {
        boolean whole = !reply.insideCodePoint();
        var asked = run.landing();
        if (asked != null && whole) {
            return asked;
        }
        boolean lineEnded = tokens == 0 || reply.lineBreaks() > 0;
        boolean spent = tokens >= plan.limit() || (tokens >= plan.budget() && lineEnded && whole);
        return spent || isLastChance(left, 1, closeTokens + 1) ? LandedBy.BUDGET : null;
    }

    /** Whether this token would begin a code point that the thought has no room left for. */
    boolean breaksCodePoint(byte[] piece) {
        return tokens + LONGEST_CODE_POINT > plan.limit() && !reply.insideCodePoint() && Utf8Stream.endsInside(piece);
    }

    /** Whether this token would open a thought where there is none any more, or close what is closed. */
    boolean isOutOfPlace(int id, int left, TokenDraw draw) {
        if (!reply.isThinkTag(id) || reply.answered() || (draw.isBound() && reply.begun())) {
            return false;
        }
        return ended || (reply.opensThought(id) && isLastChance(left, 1, closeTokens + 2));
    }

    /** Whether the reply thought and has not begun to answer. */
    boolean owesAnswer() {
        return reply.thought() && !reply.answered();
    }

    /** Whether the next token has to begin the answer. */
    boolean mustAnswer(int left) {
        if (reply.spellsTags() && request.start() != ReplyStart.ANSWER && !reply.answered()) {
            // a tag is seen only when its last character is there, and then it may be too late
            boolean roomForNone = isLastChance(left, LONGEST_TAG, closeTokens + LONGEST_TAG);
            return ended || roomForNone || blanks >= BLANKS;
        }
        return owesAnswer() && (isLastChance(left, 1, 1) || blanks >= BLANKS);
    }

    private boolean isLastChance(int left, int draws, int room) {
        return left <= draws || sequence.room() <= room;
    }

    /** Writes the landing; where a tag held back turns out to end the thought, nothing. */
    void land(LandedBy by, TokenDraw draw) throws EngineException {
        reply.settle();
        if (!reply.thinking()) {
            return;
        }
        if (ended) {
            close(draw);
            return;
        }
        run.emit(new Landed(tokens, by));
        var landing = tokenizer.tokenize(ThinkingBudget.landingAfter(reply.lineBreaks()));
        if (landing.length < sequence.room()) {
            end(landing, draw);
        } else {
            close(draw);
        }
    }

    /** Closes the thought without a word. */
    void close(TokenDraw draw) throws EngineException {
        reply.settle();
        if (reply.thinking()) {
            end(tokenizer.tokenize(ThinkingBudget.closeAfter(reply.lineBreaks())), draw);
        }
    }

    private void end(int[] text, TokenDraw draw) throws EngineException {
        ended = true;
        write(text, draw);
    }

    /**
     * Writes the blank line before the answer.
     *
     * @return false where it stands there, or there is no room for it
     */
    boolean separateAnswer(TokenDraw draw) throws EngineException {
        return reply.lineBreaks() == 0 && write(tokenizer.tokenize(BLANK_LINE), draw);
    }

    /** Writes text that the model did not draw, as far as a token has room behind it. */
    private boolean write(int[] text, TokenDraw draw) throws EngineException {
        int count = Math.min(text.length, sequence.room() - 1);
        if (count <= 0) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            draw.written(text[i]);
            reply.force(text[i]);
        }
        sequence.append(text, 0, count);
        return true;
    }
}
