package dev.ponder.engine.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command that starts the engine process.
 *
 * @param words program and arguments
 * @param crashFolder where the JVM leaves its report should native code crash; created when the process starts
 */
public record EngineCommand(List<String> words, Path crashFolder) {

    /** Enough for a prompt of the longest frame; the weights and caches lie outside the heap. */
    private static final String HEAP = "-Xmx512m";

    private static final List<String> JVM_FLAGS = List.of(
            HEAP,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            // the standard output belongs to the frames from the first byte on
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Dfile.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED");

    /** Environment variables that would change the child from outside, by the start of their names. */
    private static final List<String> REMOVED_PREFIXES = List.of("GGML_", "LLAMA_", "DYLD_");

    private static final Set<String> REMOVED =
            Set.of("LD_PRELOAD", "LD_AUDIT", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH");

    public EngineCommand {
        words = List.copyOf(words);
    }

    /**
     * The engine process on the Java runtime and class path of this process. System properties whose names start with
     * {@code ponder.} are passed on.
     *
     * @param crashFolder where the JVM leaves its report should native code crash
     */
    public static EngineCommand ofThisRuntime(Path crashFolder) {
        return ofThisRuntime(crashFolder, EngineMain.class);
    }

    static EngineCommand ofThisRuntime(Path crashFolder, Class<?> main) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(JVM_FLAGS);
        words.add("-XX:ErrorFile=" + crashFolder.resolve("hs_err_%p.log"));
        cache(System.getProperty("ponder.home")).ifPresent(file -> words.add("-XX:AOTCache=" + file));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("ponder."))
                .sorted()
                .forEach(name -> words.add("-D" + name + "=" + System.getProperty(name)));
        words.add("-cp");
        words.add(absoluteClassPath());
        words.add(main.getName());
        return new EngineCommand(words, crashFolder);
    }

    /** What a package knows of the engine's start. Java starts without it where it does not fit, and says nothing. */
    static Optional<Path> cache(@Nullable String home) {
        return Optional.ofNullable(home)
                .map(folder -> Path.of(folder, "aot", "ponder-engine.aot"))
                .filter(Files::isReadable);
    }

    private static String absoluteClassPath() {
        var entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        return String.join(
                File.pathSeparator,
                List.of(entries).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    /**
     * Starts the process with pipes for its three streams and a cleaned environment.
     *
     * @throws IOException when the program or the folder is not to be had
     */
    Process start() throws IOException {
        Files.createDirectories(crashFolder);
        var builder = new ProcessBuilder(words);
        clean(builder.environment());
        return builder.start();
    }

    /**
     * Takes out of an environment what would load foreign code into the child or change llama.cpp's behaviour. What
     * chooses and finds GPU drivers stays, {@code LD_LIBRARY_PATH} included: on some systems they are found by it only.
     */
    static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(EngineCommand::isRemoved);
        // a failed assert would otherwise fork a debugger to print its stack
        environment.put("GGML_NO_BACKTRACE", "1");
    }

    private static boolean isRemoved(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        return REMOVED.contains(upper) || REMOVED_PREFIXES.stream().anyMatch(upper::startsWith);
    }
}
