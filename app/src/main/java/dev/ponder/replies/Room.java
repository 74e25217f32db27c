package dev.ponder.replies;

import dev.ponder.chat.ContextRequest;
import dev.ponder.qwen.ThinkingMode;
import dev.ponder.session.LoadedModel;

/** How much of a context is kept free for the reply. */
final class Room {
    private static final int THINKING = 2048;
    private static final int ANSWER = 1024;

    private Room() {}

    /** Up to an eighth of the context for the answer and, where the model thinks, a quarter for the thought. */
    static ContextRequest.Room of(LoadedModel model, ThinkingMode mode) {
        int size = model.info().contextSize();
        int thinking = mode == ThinkingMode.OFF ? 0 : Math.min(THINKING, size / 4);
        return new ContextRequest.Room(size, thinking, Math.min(ANSWER, size / 8));
    }
}
