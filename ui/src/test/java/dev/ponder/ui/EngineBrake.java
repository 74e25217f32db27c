package dev.ponder.ui;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Slows an engine process down to the pace of a large model, so that a reply of the demo model takes seconds: most of the
 * time the process is stopped by a signal. For systems with signals.
 */
final class EngineBrake implements AutoCloseable {

    private static final int STOP = 19;
    private static final int CONTINUE = 18;
    private static final long RUNS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long RESTS = TimeUnit.MILLISECONDS.toNanos(7);

    private static final MethodHandle KILL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private final int pid;
    private final Thread thread;
    private volatile boolean released;

    EngineBrake(long pid) {
        this.pid = Math.toIntExact(pid);
        thread = Thread.ofPlatform().daemon().start(this::brake);
    }

    private void brake() {
        while (!released) {
            signal(STOP);
            LockSupport.parkNanos(RESTS);
            signal(CONTINUE);
            LockSupport.parkNanos(RUNS);
        }
    }

    private void signal(int number) {
        try {
            // of a process that has ended there is nothing to slow down
            int _ = (int) KILL.invokeExact(pid, number);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the process run. */
    @Override
    public void close() {
        released = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
