package dev.ponder.qwen;

import dev.ponder.qwen.TokenLedger.Pane;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides for each tag whether it is one, and for each letter where it goes. {@link ReasoningSplitter} has the rules. */
final class ReplyMachine {

    private enum State {
        /** Nothing but blank space so far, and a thought may open. */
        BEFORE,
        THOUGHT,
        ANSWER,
        CALL
    }

    private final ReplyStart start;
    private final PaneWriter panes;
    private final Surroundings around = new Surroundings();
    private final List<Letter> ahead = new ArrayList<>();
    private final StringBuilder aheadText = new StringBuilder();
    private @Nullable Tag waiting;
    private List<Letter> waitingLetters = List.of();
    private State state;
    private boolean visible;
    private boolean doubled;
    private boolean fresh = true;
    private boolean cutLines;
    private boolean called;
    private boolean closed;
    private boolean answered;
    private int spelledOpen;

    ReplyMachine(ReplyStart start, PaneWriter panes) {
        this.start = start;
        this.panes = panes;
        this.state = switch (start) {
            case OUTSIDE -> State.BEFORE;
            case INSIDE, CONTINUED -> State.THOUGHT;
            case ANSWER -> State.ANSWER;
        };
    }

    boolean inThought() {
        return state == State.THOUGHT;
    }

    /** Whether the thought at hand had its beginning before this reply. */
    private boolean continued() {
        return start == ReplyStart.CONTINUED && !closed;
    }

    boolean answered() {
        return answered;
    }

    Pane pane() {
        return switch (state) {
            case THOUGHT -> visible ? Pane.REASONING : Pane.MARKER;
            case BEFORE, ANSWER, CALL -> Pane.ANSWER;
        };
    }

    void letter(Letter letter) {
        if (waiting == null) {
            accept(letter);
        } else {
            ahead.add(letter);
            aheadText.append(letter.unit());
            settle(waiting, false);
        }
    }

    void tag(Tag tag, List<Letter> letters) {
        settle();
        waiting = tag;
        waitingLetters = letters;
        settle(tag, false);
    }

    void settle() {
        if (waiting != null) {
            settle(waiting, true);
        }
    }

    void end() {
        settle();
        switch (state) {
            case BEFORE -> panes.showHeld(Pane.ANSWER);
            case THOUGHT -> {
                if (visible) {
                    panes.showHeld(Pane.REASONING);
                }
            }
            case ANSWER -> {
                if (!cutLines) {
                    panes.showHeld(Pane.ANSWER);
                }
            }
            case CALL -> {
                panes.dropHeld();
                panes.endBody(false);
            }
        }
        panes.dropHeld();
        panes.flush();
    }

    private void settle(Tag tag, boolean nothingFollows) {
        var verdict = verdict(tag, nothingFollows);
        if (verdict == Verdict.WAIT) {
            return;
        }
        var letters = waitingLetters;
        var after = List.copyOf(ahead);
        waiting = null;
        ahead.clear();
        aheadText.setLength(0);
        if (verdict == Verdict.TAG) {
            obey(tag, letters);
        } else {
            spell(tag, letters);
        }
        after.forEach(this::accept);
    }

    private enum Verdict {
        TAG,
        TEXT,
        WAIT
    }

    private static Verdict tagIf(boolean condition) {
        return condition ? Verdict.TAG : Verdict.TEXT;
    }

    private Verdict verdict(Tag tag, boolean nothingFollows) {
        if (state != State.CALL && around.afterQuote()) {
            if (ahead.isEmpty() && !nothingFollows) {
                return Verdict.WAIT;
            }
            if (!ahead.isEmpty() && around.closesQuote(aheadText.charAt(0))) {
                return Verdict.TEXT;
            }
        }
        return switch (state) {
            case BEFORE -> tagIf(tag != Tag.CALL_CLOSE);
            case THOUGHT -> verdictInThought(tag, nothingFollows);
            case ANSWER -> verdictInAnswer(tag, nothingFollows);
            case CALL -> verdictInCall(tag);
        };
    }

    private Verdict verdictInThought(Tag tag, boolean nothingFollows) {
        return switch (tag) {
            case THINK_OPEN -> tagIf(!visible && !doubled && !continued());
            case THINK_CLOSE -> Verdict.TAG;
            case CALL_OPEN -> {
                // a thought about tool calls names the tag, a call goes on with JSON (or Coder's markup)
                String next = aheadText.toString().stripLeading();
                yield next.isEmpty()
                        ? (nothingFollows ? Verdict.TAG : Verdict.WAIT)
                        : tagIf(next.startsWith("{") || next.startsWith("<"));
            }
            case CALL_CLOSE -> Verdict.TEXT;
        };
    }

    private Verdict verdictInAnswer(Tag tag, boolean nothingFollows) {
        return switch (tag) {
            case THINK_OPEN -> tagIf(start != ReplyStart.ANSWER && fresh && !called);
            case THINK_CLOSE -> verdictOfStrayClose(nothingFollows);
            case CALL_OPEN -> tagIf(!around.inFence());
            case CALL_CLOSE -> tagIf(fresh && called);
        };
    }

    private Verdict verdictOfStrayClose(boolean nothingFollows) {
        if (fresh) {
            return Verdict.TAG;
        }
        if (spelledOpen > 0 || start == ReplyStart.ANSWER || around.inFence()) {
            return Verdict.TEXT;
        }
        String wanted = around.atLineStart() ? "\n" : "\n\n";
        String next = aheadText.toString();
        boolean undecided = next.length() < wanted.length() && wanted.startsWith(next);
        if (undecided) {
            return nothingFollows ? Verdict.TAG : Verdict.WAIT;
        }
        return tagIf(next.startsWith(wanted));
    }

    private Verdict verdictInCall(Tag tag) {
        return switch (tag) {
            case CALL_CLOSE -> tagIf(!around.inJsonString());
            case CALL_OPEN -> tagIf(panes.bodyIsEmpty() || panes.holdsLineBreak());
            case THINK_OPEN, THINK_CLOSE -> Verdict.TEXT;
        };
    }

    private void obey(Tag tag, List<Letter> letters) {
        boolean stray = state == State.ANSWER && tag == Tag.THINK_CLOSE && !fresh;
        if (stray) {
            panes.showHeld(Pane.ANSWER);
            panes.drop(letters);
            return;
        }
        panes.dropHeld();
        panes.drop(letters);
        leave(tag);
        switch (tag) {
            case THINK_OPEN -> openThought();
            case THINK_CLOSE, CALL_CLOSE -> enterAnswer();
            case CALL_OPEN -> state = State.CALL;
        }
        around.reset();
    }

    private void leave(Tag tag) {
        closed |= state == State.THOUGHT && tag != Tag.THINK_OPEN;
        if (state == State.THOUGHT && tag != Tag.THINK_OPEN && visible) {
            panes.announce(new ReplySegment.ReasoningEnded());
        } else if (state == State.CALL && (tag == Tag.CALL_CLOSE || !panes.bodyIsEmpty())) {
            panes.endBody(tag == Tag.CALL_CLOSE);
        }
        called |= tag == Tag.CALL_OPEN;
        answered |= called;
    }

    private void openThought() {
        doubled = state == State.THOUGHT;
        visible = false;
        state = State.THOUGHT;
    }

    private void enterAnswer() {
        state = State.ANSWER;
        fresh = true;
        cutLines = true;
    }

    private void spell(Tag tag, List<Letter> letters) {
        if (state == State.ANSWER && tag == Tag.THINK_OPEN) {
            spelledOpen++;
        } else if (state == State.ANSWER && tag == Tag.THINK_CLOSE && spelledOpen > 0) {
            spelledOpen--;
        }
        letters.forEach(this::accept);
    }

    private void accept(Letter letter) {
        if (state == State.CALL) {
            around.json(letter.unit());
        } else {
            around.text(letter.unit());
        }
        if (letter.isBlank()) {
            panes.hold(letter);
            return;
        }
        switch (state) {
            case BEFORE, ANSWER -> showInAnswer(letter);
            case THOUGHT -> showInThought(letter);
            case CALL -> showInCall(letter);
        }
    }

    private void showInAnswer(Letter letter) {
        state = State.ANSWER;
        if (cutLines) {
            panes.dropHeldLines();
        }
        cutLines = false;
        fresh = false;
        answered = true;
        panes.showHeld(Pane.ANSWER);
        panes.show(letter, Pane.ANSWER);
    }

    private void showInThought(Letter letter) {
        if (!visible) {
            visible = true;
            panes.announce(new ReplySegment.ReasoningStarted());
            if (!continued()) {
                panes.dropHeldLines();
            }
        }
        panes.showHeld(Pane.REASONING);
        panes.show(letter, Pane.REASONING);
    }

    private void showInCall(Letter letter) {
        if (panes.bodyIsEmpty()) {
            panes.dropHeld();
        }
        panes.showInBody(letter);
    }
}
