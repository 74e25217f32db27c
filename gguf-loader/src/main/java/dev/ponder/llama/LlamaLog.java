package dev.ponder.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The recent lines of llama.cpp's log, kept because the reason of a failed load stands only there. Native code writes
 * from any of its threads.
 */
public final class LlamaLog {
    private static final int KEPT_LINES = 200;
    /** {@code ggml_log_level}: debug 1, info 2, warn 3, error 4, cont 5 (the line before goes on). */
    private static final int ERROR = 4;

    private static final String LOADED = "backend from ";

    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final ArrayDeque<String> errors = new ArrayDeque<>();
    private final List<String> backends = new ArrayList<>();

    private LlamaLog() {}

    static LlamaLog capture(NativeLibraries libraries) {
        var log = new LlamaLog();
        try {
            var target = MethodHandles.lookup()
                    .bind(
                            log,
                            "onLine",
                            MethodType.methodType(void.class, int.class, MemorySegment.class, MemorySegment.class));
            var callback = NativeLibraries.callback(
                    target, FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS), Arena.global());
            libraries
                    .function("llama_log_set", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS))
                    .invokeExact(callback, MemorySegment.NULL);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
        return log;
    }

    /** Receives a line. Nothing may be thrown through native frames: that would end the process. */
    @SuppressWarnings("unused") // called by native code
    private void onLine(int level, MemorySegment text, MemorySegment userData) {
        try {
            var line = CString.read(text).strip();
            if (!line.isEmpty()) {
                keep(level, line);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            // the log is a convenience; losing a line is the lesser harm here
            return;
        }
    }

    private synchronized void keep(int level, String line) {
        push(lines, line);
        if (level == ERROR) {
            push(errors, line);
        }
        int at = line.lastIndexOf(LOADED);
        if (at >= 0) {
            var path = line.substring(at + LOADED.length());
            backends.add(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
        }
    }

    private static void push(ArrayDeque<String> queue, String line) {
        if (queue.size() == KEPT_LINES) {
            queue.removeFirst();
        }
        queue.addLast(line);
    }

    /** Forgets the errors so far, so that the next ones belong to what is about to be done. */
    public synchronized void forgetErrors() {
        errors.clear();
    }

    /** The error lines since they were last forgotten, oldest first. */
    public synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    /** The recent lines of all levels, oldest first. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized List<String> backends() {
        return List.copyOf(backends);
    }
}
