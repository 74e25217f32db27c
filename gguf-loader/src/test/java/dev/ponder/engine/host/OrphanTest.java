package dev.ponder.engine.host;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The engine process never outlives the front process. */
@EnabledOnOs(OS.LINUX)
class OrphanTest {
    @TempDir
    Path folder;

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void endsWhenTheFrontProcessIsKilledThoughNativeCodeIsAtWork() throws Exception {
        var parent = new ProcessBuilder(
                        JAVA,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            long child = Long.parseLong(out.readLine());
            assertTrue(Children.isRunning(child));
            Children.signal(parent.pid(), "KILL");
            Children.awaitEnd(child);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void endsWhenItsInputCloses() throws Exception {
        var child = EngineCommand.ofThisRuntime(folder, ScriptedChild.class).start();
        child.getOutputStream().close();
        assertTrue(child.waitFor(20, TimeUnit.SECONDS));
    }

    @Test
    void endsWhenItsInputIsNoRequest() throws Exception {
        var child = EngineCommand.ofThisRuntime(folder, ScriptedChild.class).start();
        try (var in = child.getOutputStream()) {
            in.write("hello?".getBytes(StandardCharsets.UTF_8));
            in.flush();
            assertTrue(child.waitFor(20, TimeUnit.SECONDS));
        }
    }
}
