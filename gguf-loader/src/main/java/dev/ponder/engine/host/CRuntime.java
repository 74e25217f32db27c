package dev.ponder.engine.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * The few calls of the C library that the engine process needs for itself: duplicate a file descriptor, write to one,
 * forbid core dumps, and end at once. POSIX functions, or their twins with an underscore in Windows' ucrtbase.
 */
final class CRuntime {
    /** The same on Linux and macOS. */
    private static final int RLIMIT_CORE = 4;

    /** Windows' {@code _O_BINARY}: without it a byte 10 would be written as 13 10. */
    private static final int BINARY_MODE = 0x8000;

    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = OS.contains("win");
    private static final ValueLayout.OfInt ERRNO = JAVA_INT;

    private final MemoryLayout errnoLayout = Linker.Option.captureStateLayout();
    private final SymbolLookup symbols;
    private final MethodHandle write;

    CRuntime() {
        symbols = lookup();
        var size = WINDOWS ? JAVA_INT : JAVA_LONG;
        write = function(
                "write", FunctionDescriptor.of(size, JAVA_INT, ADDRESS, size), Linker.Option.captureCallState("errno"));
    }

    @SuppressWarnings("restricted") // the C library is loaded anyway
    private static SymbolLookup lookup() {
        return WINDOWS
                ? SymbolLookup.libraryLookup("ucrtbase.dll", Arena.global())
                : Linker.nativeLinker().defaultLookup();
    }

    @SuppressWarnings("restricted") // the signatures are POSIX's and Microsoft's
    private MethodHandle function(String posixName, FunctionDescriptor signature, Linker.Option... options) {
        var name = WINDOWS ? "_" + posixName : posixName;
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), signature, options);
    }

    /** A second descriptor for what {@code descriptor} refers to; negative where that fails. */
    int duplicate(int descriptor) {
        int copy = call(function("dup", FunctionDescriptor.of(JAVA_INT, JAVA_INT)), descriptor);
        if (WINDOWS && copy >= 0) {
            call(function("setmode", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT)), copy, BINARY_MODE);
        }
        return copy;
    }

    /** Makes {@code target} refer to what {@code source} refers to; negative where that fails. */
    int redirect(int source, int target) {
        return call(function("dup2", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT)), source, target);
    }

    private static int call(MethodHandle function, Object... arguments) {
        try {
            return (int) function.invokeWithArguments(arguments);
        } catch (Throwable t) {
            throw new IllegalStateException("a call into the C library failed", t);
        }
    }

    /** Memory that {@link #write} leaves the error number in. */
    MemorySegment allocateErrno(Arena arena) {
        return arena.allocate(errnoLayout);
    }

    /**
     * {@code write(2)}.
     *
     * @param errno from {@link #allocateErrno}
     * @return bytes written, or the error number, negated
     */
    long write(MemorySegment errno, int descriptor, MemorySegment bytes) {
        try {
            long written = WINDOWS
                    ? (int) write.invokeExact(errno, descriptor, bytes, (int) bytes.byteSize())
                    : (long) write.invokeExact(errno, descriptor, bytes, bytes.byteSize());
            return written < 0 ? -(long) errno.get(ERRNO, 0) : written;
        } catch (Throwable t) {
            throw new IllegalStateException("a call into the C library failed", t);
        }
    }

    /**
     * Keeps a crash from writing a core file with the conversation in it. HotSpot's own flag covers what HotSpot
     * catches; an {@code abort()} in native code, as after a failed assert, never gets there.
     */
    void forbidCoreDumps() {
        if (WINDOWS) {
            return;
        }
        // Linux obeys a limit of 0 only for files; 1 also keeps a core_pattern that pipes into a program from running
        long limit = OS.contains("linux") ? 1 : 0;
        try (var arena = Arena.ofConfined()) {
            var softAndHard = arena.allocateFrom(JAVA_LONG, limit, limit);
            call(function("setrlimit", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS)), RLIMIT_CORE, softAndHard);
        }
    }

    /**
     * Ends this process at once, whatever native code is doing: no shutdown hook, and no destructor of a library whose
     * threads still run.
     */
    @SuppressWarnings("restricted") // as above
    void exit(int status) {
        try {
            if (WINDOWS) {
                var terminate = Linker.nativeLinker()
                        .downcallHandle(
                                SymbolLookup.libraryLookup("kernel32.dll", Arena.global())
                                        .findOrThrow("TerminateProcess"),
                                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
                // -1 is the handle of the calling process
                var _ = (int) terminate.invokeExact(MemorySegment.ofAddress(-1), status);
            } else {
                Linker.nativeLinker()
                        .downcallHandle(symbols.findOrThrow("_exit"), FunctionDescriptor.ofVoid(JAVA_INT))
                        .invokeExact(status);
            }
        } catch (Throwable t) {
            Runtime.getRuntime().halt(status);
        }
    }
}
