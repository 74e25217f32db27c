package dev.ponder.ui.transcript;

import java.util.ArrayDeque;
import java.util.Deque;

/** Frames that a test draws, and a clock that it sets. */
final class StillFrames implements Frames {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private long nanos;

    @Override
    public void atNext(Runnable work) {
        waiting.add(work);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    /** Draws a frame, some time after the one before. */
    void draw(long millisLater) {
        nanos += millisLater * NANOS_PER_MILLI;
        int count = waiting.size();
        for (int i = 0; i < count; i++) {
            waiting.remove().run();
        }
    }

    int waiting() {
        return waiting.size();
    }
}
