package dev.ponder.replies;

import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyPart;
import dev.ponder.thinking.LoopWatch;
import java.util.OptionalInt;

/** Watches the thought and then the answer of one reply. Texts come on one thread; silence from any. */
final class LoopAlarm {
    private final LoopWatch thought = new LoopWatch();
    private final LoopWatch answer = new LoopWatch();
    private final int thoughtFrom;
    private final int answerFrom;
    private volatile boolean silent;

    /** An alarm for what follows on what a reply says already. */
    LoopAlarm(Message reply) {
        thoughtFrom = reply.text().reasoning().length();
        answerFrom = reply.text().content().length();
    }

    /** Characters of the part before the first repetition, once, when it goes round in circles. */
    OptionalInt accept(ReplyPart part, String text) {
        boolean thinking = part == ReplyPart.REASONING;
        var found = (thinking ? thought : answer).accept(text);
        if (silent || found.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(found.getAsInt() + (thinking ? thoughtFrom : answerFrom));
    }

    /** Says nothing of what comes. */
    void silence() {
        silent = true;
    }

    /** Listens again, since another part begins. */
    void listenAgain() {
        silent = false;
    }
}
