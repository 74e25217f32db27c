package dev.ponder.engine.host;

import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Ctrl+C at a terminal reaches every process there, the engine's too. What it means is up to the front process, which
 * cancels a reply, or ends and closes the engine's standard input.
 */
final class TerminalSignals {

    private TerminalSignals() {}

    /**
     * Lets this process live through Ctrl+C. By reflection, because the compiler's warning about {@code sun.misc.Signal}
     * cannot be switched off; where it is missing, Ctrl+C ends the engine as before.
     */
    static void ignore() {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            // the JDK's own SIG_IGN does not hold on Windows
            var nothing = MethodHandleProxies.asInterfaceInstance(
                    handler, MethodHandles.empty(MethodType.methodType(void.class, signal)));
            var interrupt = signal.getConstructor(String.class).newInstance("INT");
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, nothing);
        } catch (ReflectiveOperationException e) {
            System.getLogger(TerminalSignals.class.getName()).log(Level.WARNING, "Ctrl+C cannot be ignored", e);
        }
    }
}
