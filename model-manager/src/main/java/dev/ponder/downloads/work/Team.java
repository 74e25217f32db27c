package dev.ponder.downloads.work;

import dev.ponder.downloads.DownloadException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do one thing together: when one fails all are interrupted, and nobody goes on before the last has ended. To be
 * closed by the thread that made it.
 */
final class Team implements AutoCloseable {

    /** What a member does. */
    @FunctionalInterface
    interface Job {
        void run() throws DownloadException, InterruptedException;
    }

    private final String name;
    private final List<Thread> members = new ArrayList<>();
    private int running;
    private @Nullable Throwable failure;

    Team(String name) {
        this.name = name;
    }

    synchronized void start(String role, Job job) {
        running++;
        members.add(Thread.ofPlatform().daemon().name(name + "-" + role).start(() -> member(job)));
    }

    private void member(Job job) {
        try {
            job.run();
            ended(null);
        } catch (InterruptedException _) {
            ended(null);
        } catch (DownloadException | RuntimeException | Error e) {
            ended(e);
        }
    }

    private synchronized void ended(@Nullable Throwable why) {
        running--;
        if (why != null && failure == null) {
            failure = why;
            members.forEach(Thread::interrupt);
        }
        notifyAll();
    }

    /**
     * Waits until all have ended, but not longer than a time.
     *
     * @return whether all have ended
     * @throws DownloadException why the first of them failed
     */
    synchronized boolean await(Duration most) throws DownloadException, InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (running > 0 && failure == null) {
            long left = Math.ceilDiv(deadline - System.nanoTime(), 1_000_000);
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return switch (failure) {
            case null -> true;
            case DownloadException why -> throw why;
            case RuntimeException why -> throw why;
            case Throwable why -> throw new IllegalStateException(why);
        };
    }

    /** Interrupts whoever is left and waits for the end of all, which comes soon. */
    @Override
    public void close() {
        List<Thread> all;
        synchronized (this) {
            all = List.copyOf(members);
        }
        all.forEach(Thread::interrupt);
        boolean isInterrupted = false;
        for (var member : all) {
            while (member.isAlive()) {
                try {
                    member.join();
                } catch (InterruptedException _) {
                    isInterrupted = true;
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
