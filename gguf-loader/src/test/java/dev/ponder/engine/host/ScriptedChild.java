package dev.ponder.engine.host;

import dev.ponder.engine.GenerationEvent.AnswerText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An engine process around a {@link ScriptedEngine} that breaks every rule on request. Linux. */
final class ScriptedChild {
    private static final int STDERR = 2;

    private final CRuntime runtime = new CRuntime();
    /** A second way into the pipe that carries frames. */
    private final int channel = runtime.duplicate(1);

    private ScriptedChild() {}

    public static void main(String[] arguments) {
        var child = new ScriptedChild();
        EngineMain.serve(() -> new ScriptedEngine(child::attempt));
    }

    private boolean attempt(String word) {
        switch (word) {
            case "abort" -> call("abort", FunctionDescriptor.ofVoid());
            case "sleep" -> call("sleep", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), 1000);
            case "print" -> write(1, "printed by native code\n".repeat(100).getBytes(StandardCharsets.UTF_8));
            case "garbage" -> write(channel, "Segmentation fault? No: hello.\n".getBytes(StandardCharsets.UTF_8));
            case "half a frame" -> write(channel, FrameFormat.header(0, 1));
            case "close pipe" -> closePipe();
            case "stray answer" -> write(channel, frameOf(99));
            case "die" -> runtime.exit(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A well-formed frame for a request that is not open, and out of turn. */
    private static byte[] frameOf(long id) {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            new FrameWriter(bytes)
                    .write(EventCodec.encode(new HostEvent.Generated(id, new AnswerText("for somebody else"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(int descriptor, byte[] bytes) {
        try (var arena = Arena.ofConfined()) {
            runtime.write(runtime.allocateErrno(arena), descriptor, arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes));
        }
    }

    /** Leads every descriptor of the frames' pipe elsewhere, as a stray {@code close} in native code would. */
    private void closePipe() {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            var pipe = Files.readSymbolicLink(Path.of("/proc/self/fd/" + channel));
            for (var descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)
                        && Files.readSymbolicLink(descriptor).equals(pipe)) {
                    runtime.redirect(
                            STDERR, Integer.parseInt(descriptor.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void call(String function, FunctionDescriptor signature, Object... arguments) {
        var linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup().findOrThrow(function);
        try {
            linker.downcallHandle(address, signature).invokeWithArguments(arguments);
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }
}
