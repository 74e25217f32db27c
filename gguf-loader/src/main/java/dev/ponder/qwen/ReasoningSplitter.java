package dev.ponder.qwen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Splits a reply, while it streams, into reasoning, answer and tool calls, and counts its tokens. The result does not
 * depend on how the text was cut into pieces. For one thread; one instance per reply.
 *
 * <p><b>The thought.</b> It opens with {@code <think>} at the beginning of the reply ({@link ReplyStart#OUTSIDE}), or
 * has been opened by the prompt ({@link ReplyStart#INSIDE}, or {@link ReplyStart#CONTINUED} where it has text already);
 * one more {@code <think>} before its first visible character
 * is dropped. It ends with {@code </think>}, or with {@code <tool_call>} where a call follows it, that is an opening
 * brace or another tag. A reply that ends earlier leaves it unfinished. Blank lines at its head and all blank space at
 * its end are cut, of a continued one only the latter, and so are the blank lines before the answer. A thought without a visible character is not reported
 * at all. As long as the answer has no visible character, another thought may open.
 *
 * <p><b>The answer</b> is verbatim. A {@code <think>} in it is text, and so is the {@code </think>} that goes with it.
 * Any other {@code </think>} is a leftover and vanishes where it stands before the answer's first character, or, in a
 * reply that could think, alone on its line, before a blank line, or at the end; elsewhere it is text. With
 * {@link ReplyStart#ANSWER} {@code <think>} never opens a thought.
 *
 * <p><b>Tool calls.</b> Their bodies come whole and trimmed. {@code </tool_call>} inside a JSON string is text;
 * {@code <tool_call>} at a line's start inside a call begins the next one. Blank space before a call, and blank lines
 * after it, go with the tags.
 *
 * <p><b>Quoted tags.</b> Outside a call, a tag right between two quotation marks or backticks is text; within a fenced
 * block of the answer {@code <tool_call>} and {@code </think>} are.
 *
 * <p>Sources: the model cards of Qwen3, the parsers of llama.cpp and Ollama and the faults reported against them.
 */
public final class ReasoningSplitter {

    private final ThinkingMarkers markers;
    private final TokenLedger ledger = new TokenLedger();
    private final PaneWriter panes;
    private final ReplyMachine machine;
    private final TagScanner scanner;
    private int tokens;
    private boolean finished;

    /**
     * @param markers the ids of the tags, where the model has them
     * @param start where the prompt left the reply
     * @param sink receives the segments, in order, during the calls below
     */
    public ReasoningSplitter(ThinkingMarkers markers, ReplyStart start, Consumer<ReplySegment> sink) {
        this.markers = markers;
        this.panes = new PaneWriter(ledger, sink);
        this.machine = new ReplyMachine(start, panes);
        this.scanner = new TagScanner(markers.soughtInText(), machine);
    }

    /**
     * Takes a token.
     *
     * @param id its id
     * @param text the whole code points that it completes, possibly none; of a tag's token the tag itself may be missing
     */
    public void token(int id, String text) {
        accept(id, text, tokens++);
    }

    /**
     * Takes a token that was written into the reply and not drawn by the model, as those of
     * {@link ThinkingBudget#LANDING}; it is split like any other and not counted.
     */
    public void forced(int id, String text) {
        accept(id, text, -1);
    }

    /** Takes text that no token brought; it is split but not counted. */
    public void text(String text) {
        feed(text, -1);
    }

    /**
     * Ends the reply: what was held back comes out, and a tool call without its end is reported as not closed.
     *
     * @param rest what the decoder still held, as {@link Utf8Stream#finish()} gives it
     */
    public void finish(String rest) {
        feed(rest, tokens - 1);
        finished = true;
        scanner.flush();
        machine.end();
        ledger.finish(tokens, machine.pane());
    }

    /** Whether the reply stands inside a thought, be it blank so far. */
    public boolean inThought() {
        return machine.inThought();
    }

    /** Whether the answer has a visible character, or a tool call was opened: from then on no thought may open. */
    public boolean answered() {
        return machine.answered();
    }

    /**
     * Decides about what was held back as if nothing followed it, as before text is written into the reply that would
     * decide it otherwise: a tag that might be quoted counts, the beginning of one is text.
     */
    public void settle() {
        scanner.flush();
        machine.settle();
        panes.flush();
    }

    /**
     * The tokens so far; while the reply streams, tokens whose text is held back are missing. After {@link #finish} the
     * total is the number of tokens fed.
     */
    public TokenTally tally() {
        return ledger.tally();
    }

    private void accept(int id, String text, int number) {
        var tag = markers.tagOf(id);
        if (tag == null) {
            feed(text, number);
            return;
        }
        // an unfinished code point before the tag comes out as U+FFFD together with it
        feed(
                text.endsWith(tag.text())
                        ? text.substring(0, text.length() - tag.text().length())
                        : "",
                number);
        scanner.tag(tag, letters(tag.text(), number));
        panes.flush();
    }

    private void feed(String text, int number) {
        if (finished) {
            throw new IllegalStateException("the reply has ended");
        }
        for (int i = 0; i < text.length(); i++) {
            scanner.letter(new Letter(text.charAt(i), number));
        }
        panes.flush();
    }

    private static List<Letter> letters(String text, int number) {
        var letters = new ArrayList<Letter>(text.length());
        for (int i = 0; i < text.length(); i++) {
            letters.add(new Letter(text.charAt(i), number));
        }
        return letters;
    }
}
