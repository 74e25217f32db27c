package dev.ponder.qwen;

import java.util.ArrayList;
import java.util.List;

/** Finds tags that are spelled out in the text and holds back what may yet become one. */
final class TagScanner {

    private final List<Tag> sought;
    private final ReplyMachine machine;
    private final List<Letter> letters = new ArrayList<>();
    private final StringBuilder spelled = new StringBuilder();

    TagScanner(List<Tag> sought, ReplyMachine machine) {
        this.sought = sought;
        this.machine = machine;
    }

    void letter(Letter letter) {
        letters.add(letter);
        spelled.append(letter.unit());
        while (!letters.isEmpty() && !mayBecomeTag()) {
            release();
        }
        for (var tag : sought) {
            if (tag.text().contentEquals(spelled)) {
                var whole = List.copyOf(letters);
                clear();
                machine.tag(tag, whole);
                return;
            }
        }
    }

    /** A tag that came by its id; what was held back before it is text. */
    void tag(Tag tag, List<Letter> whole) {
        flush();
        machine.tag(tag, whole);
    }

    void flush() {
        var held = List.copyOf(letters);
        clear();
        held.forEach(machine::letter);
    }

    private boolean mayBecomeTag() {
        return sought.stream().anyMatch(tag -> tag.text().startsWith(spelled.toString()));
    }

    private void release() {
        spelled.deleteCharAt(0);
        machine.letter(letters.removeFirst());
    }

    private void clear() {
        letters.clear();
        spelled.setLength(0);
    }
}
