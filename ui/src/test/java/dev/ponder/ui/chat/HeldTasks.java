package dev.ponder.ui.chat;

import dev.ponder.ui.common.Tasks;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Tasks that run at once, or, while they are held, when they are let go. */
final class HeldTasks implements Tasks {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean held;

    void hold() {
        held = true;
    }

    void letGo() {
        held = false;
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    @Override
    public <T> void call(Callable<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        if (held) {
            waiting.add(() -> Tasks.inline().call(work, onDone, onFailed));
        } else {
            Tasks.inline().call(work, onDone, onFailed);
        }
    }
}
