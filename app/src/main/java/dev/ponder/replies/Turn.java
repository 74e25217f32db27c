package dev.ponder.replies;

import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyInProgress;
import dev.ponder.engine.Generation;
import dev.ponder.engine.LandedBy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done for one request of the user: the model is asked whether to think, a reply is written, tools are called and
 * another reply follows, the other half of a comparison is written. Safe for all threads.
 */
final class Turn {
    private final long conversation;
    private final @Nullable Long comparison;
    private @Nullable Generation deciding;
    private @Nullable ReplyInProgress journal;
    private @Nullable RunningReply reply;
    private @Nullable LandedBy landing;
    private boolean stopped;

    Turn(long conversation, @Nullable Long comparison) {
        this.conversation = conversation;
        this.comparison = comparison;
    }

    long conversation() {
        return conversation;
    }

    /** The comparison that is made; null for none. */
    @Nullable Long comparison() {
        return comparison;
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** A reply has begun. */
    synchronized void began(ReplyInProgress begun) {
        journal = begun;
        reply = null;
        landing = null;
    }

    /** The model is being asked. */
    void decides(Generation generation) {
        boolean cancel;
        synchronized (this) {
            deciding = generation;
            cancel = stopped;
        }
        if (cancel) {
            generation.cancel();
        }
    }

    /** A reply is about to be written. */
    void writes(RunningReply running) {
        boolean stop;
        LandedBy land;
        synchronized (this) {
            deciding = null;
            reply = running;
            stop = stopped;
            land = landing;
        }
        if (stop) {
            running.stop();
        } else if (land != null) {
            running.land(land);
        }
    }

    void stop() {
        Generation asked;
        RunningReply running;
        synchronized (this) {
            stopped = true;
            asked = deciding;
            running = reply;
        }
        if (asked != null) {
            asked.cancel();
        }
        if (running != null) {
            running.stop();
        }
    }

    void land(LandedBy by) {
        RunningReply running;
        synchronized (this) {
            landing = by;
            running = reply;
        }
        if (running != null) {
            running.land(by);
        }
    }

    void letThink() {
        RunningReply running;
        synchronized (this) {
            running = reply;
        }
        if (running != null) {
            running.letThink();
        }
    }

    /** The reply as it is now. */
    synchronized Optional<Message> snapshot() {
        return Optional.ofNullable(journal).map(ReplyInProgress::snapshot);
    }
}
