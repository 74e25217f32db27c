package dev.ponder.ui.transcript;

/** Where the view model asks for a turn on the JavaFX thread at the next frame, and reads the time. */
public interface Frames {

    /**
     * Has something run once on the JavaFX thread before the next frame is drawn. May be called on any thread.
     *
     * @param work short
     */
    void atNext(Runnable work);

    /**
     * The time since some fixed moment.
     *
     * @return nanoseconds
     */
    default long nanos() {
        return System.nanoTime();
    }

    /**
     * The toolkit's own frames, not all of them where layout is slow. Nothing runs between frames, and nothing ticks while
     * nobody asks.
     *
     * @return frames of the JavaFX toolkit
     */
    static Frames ofToolkit() {
        return new PacedFrames();
    }
}
