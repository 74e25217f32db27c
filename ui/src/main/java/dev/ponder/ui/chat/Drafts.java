package dev.ponder.ui.chat;

import dev.ponder.chat.Conversations;
import dev.ponder.ui.common.Tasks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps what is typed on disk: the latest text as fast as the disk takes it, and none in between. */
final class Drafts {

    private final Conversations conversations;
    private final Tasks tasks;
    private final Consumer<? super Exception> onFailed;
    private final Map<Long, String> waiting = new HashMap<>();
    private final Map<Long, String> latest = new HashMap<>();
    private final Set<Long> writing = new HashSet<>();

    Drafts(Conversations conversations, Tasks tasks, Consumer<? super Exception> onFailed) {
        this.conversations = conversations;
        this.tasks = tasks;
        this.onFailed = onFailed;
    }

    /** The draft of a conversation, which may be newer than what was read. */
    String latest(long conversation, String read) {
        return latest.getOrDefault(conversation, read);
    }

    /** A draft was sent: sending drops it from the store. */
    void sent(long conversation) {
        latest.put(conversation, "");
        waiting.remove(conversation);
    }

    void keep(long conversation, String draft) {
        if (draft.equals(latest.put(conversation, draft))) {
            return;
        }
        waiting.put(conversation, draft);
        if (writing.add(conversation)) {
            write(conversation);
        }
    }

    private void write(long conversation) {
        var draft = waiting.remove(conversation);
        if (draft == null) {
            writing.remove(conversation);
            return;
        }
        tasks.run(() -> conversations.keepDraft(conversation, draft), () -> write(conversation), failure -> {
            writing.remove(conversation);
            onFailed.accept(failure);
        });
    }
}
