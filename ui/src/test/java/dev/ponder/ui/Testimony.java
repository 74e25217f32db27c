package dev.ponder.ui;

import dev.ponder.ui.Word.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What a killed program had said.
 *
 * @param words in order
 * @param killed when it was killed, by the computer's clock
 */
record Testimony(List<Word> words, long killed) {

    /** What Ponder may lose. */
    private static final long LOST_MILLIS = 500;

    /** Over how long the computer is looked at for whether it let the program run. */
    private static final long LOOK_BACK_MILLIS = 3_000;

    List<Word> of(Kind kind) {
        return words.stream().filter(word -> word.kind() == kind).toList();
    }

    /** What was there at this moment is kept. The time in which the computer did not let the program run is its own. */
    long promised() {
        return killed - LOST_MILLIS - starvation();
    }

    /** The longest that a thread with nothing to do but to say so was not run lately. */
    private long starvation() {
        var ticks = of(Kind.TICK).stream()
                .map(Word::millis)
                .filter(millis -> millis > killed - LOOK_BACK_MILLIS)
                .toList();
        long longest = 0;
        long before = ticks.isEmpty() ? killed - LOOK_BACK_MILLIS : ticks.getFirst();
        for (long millis : ticks) {
            longest = Math.max(longest, millis - before);
            before = millis;
        }
        return Math.max(longest, killed - before);
    }

    /** What was in the composer since something was sent last, that is: what a draft can be. */
    List<Word> typedLast() {
        return typed(words.subList(lastEnterBefore(words.size()) + 1, words.size()));
    }

    /** What was in the composer before it was sent last. */
    List<Word> typedForTheLastQuestion() {
        int sent = lastEnterBefore(words.size());
        return sent < 0 ? List.of() : typed(words.subList(lastEnterBefore(sent) + 1, sent));
    }

    /** What was sent last. */
    Optional<Word> lastEnter() {
        return of(Kind.ENTER).reversed().stream().findFirst();
    }

    private int lastEnterBefore(int end) {
        int index = end - 1;
        while (index >= 0 && words.get(index).kind() != Kind.ENTER) {
            index--;
        }
        return index;
    }

    private static List<Word> typed(List<Word> words) {
        return words.stream().filter(word -> word.kind() == Kind.TYPED).toList();
    }

    /** In the middle of what it was killed. */
    String phase() {
        var ticks = of(Kind.TICK);
        var status = ticks.isEmpty() ? "" : ticks.getLast().text();
        if (!status.isEmpty()) {
            return status.replaceAll("[0-9,.…]+.*", "").strip();
        }
        var done = words.stream().filter(word -> word.kind() != Kind.TICK).toList();
        return !done.isEmpty() && done.getLast().kind() == Kind.TYPED ? "Typing" : "Idle";
    }
}
