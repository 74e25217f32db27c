package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Fx;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/**
 * The toolkit's frames, as many of them as leave most of the processor to the model: where what is shown takes long to lay
 * out, the next is a while later.
 */
final class PacedFrames implements Frames {

    /** Showing takes one part of the time in so many. */
    private static final int PARTS = 3;

    /** Text comes at least so often. */
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(400);

    private volatile long earliest = nanos();

    @Override
    public void atNext(Runnable work) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (nanos() - earliest >= 0) {
                    stop();
                    run(work);
                }
            }
        }.start();
    }

    private void run(Runnable work) {
        long start = nanos();
        work.run();
        // the layout of this frame is over by then
        Fx.later(() -> earliest = start + Math.min(LONGEST, PARTS * (nanos() - start)));
    }
}
