package dev.ponder.cli;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl+C does at the moment. An action serves once: a second Ctrl+C while the first is still being obeyed does what
 * happens without any action, so that a command that hangs can always be left.
 */
final class Interrupts {

    private final Runnable otherwise;
    private @Nullable Runnable action;

    /**
     * Ctrl+C as tests press it.
     *
     * @param otherwise done when no action is set
     */
    Interrupts(Runnable otherwise) {
        this.otherwise = otherwise;
    }

    /** Ctrl+C of this process; without an action it ends it with 130. */
    static Interrupts ofProcess() {
        var interrupts = new Interrupts(() -> System.exit(ExitCode.INTERRUPTED));
        interrupts.listen();
        return interrupts;
    }

    /** Ends the span of an action. */
    interface Span extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Sets what Ctrl+C does until the span is closed. Spans do not nest.
     *
     * @param onInterrupt run on a thread of its own
     */
    synchronized Span during(Runnable onInterrupt) {
        action = onInterrupt;
        return this::clear;
    }

    /** Ctrl+C was pressed. */
    void fire() {
        take().run();
    }

    private synchronized Runnable take() {
        var taken = action == null ? otherwise : action;
        action = null;
        return taken;
    }

    private synchronized void clear() {
        action = null;
    }

    /**
     * Handles SIGINT through {@code sun.misc.Signal}, the one way Java has to survive Ctrl+C. By reflection, because the
     * compiler's warning about it cannot be switched off; where it is missing, Ctrl+C ends the process as usual.
     */
    private void listen() {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var fire = MethodHandles.lookup().findVirtual(Interrupts.class, "fire", MethodType.methodType(void.class));
            var listener = MethodHandleProxies.asInterfaceInstance(
                    handler, MethodHandles.dropArguments(fire.bindTo(this), 0, signal));
            var interrupt = signal.getConstructor(String.class).newInstance("INT");
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, listener);
        } catch (ReflectiveOperationException unavailable) {
            System.getLogger(Interrupts.class.getName())
                    .log(System.Logger.Level.DEBUG, "Ctrl+C cannot be handled", unavailable);
        }
    }
}
