package dev.ponder.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCommandTest {
    @TempDir
    Path folder;

    @Test
    void takesWhatChangesTheChildOutOfTheEnvironment() {
        var environment = new HashMap<>(Map.ofEntries(
                Map.entry("GGML_BACKEND_PATH", "/evil.so"),
                Map.entry("GGML_VK_VISIBLE_DEVICES", "1"),
                Map.entry("LLAMA_ARG_CTX_SIZE", "1"),
                Map.entry("LD_PRELOAD", "/evil.so"),
                Map.entry("LD_AUDIT", "/evil.so"),
                Map.entry("DYLD_INSERT_LIBRARIES", "/evil.dylib"),
                Map.entry("JAVA_TOOL_OPTIONS", "-javaagent:evil.jar"),
                Map.entry("_JAVA_OPTIONS", "-Xmx1m"),
                Map.entry("JDK_JAVA_OPTIONS", "-Xmx1m"),
                Map.entry("classpath", "evil.jar"),
                Map.entry("PATH", "/bin"),
                Map.entry("HOME", "/home/me"),
                Map.entry("LC_CTYPE", "C.UTF-8"),
                Map.entry("LD_LIBRARY_PATH", "/usr/lib/wsl/lib"),
                Map.entry("VK_ICD_FILENAMES", "/icd.json"),
                Map.entry("CUDA_VISIBLE_DEVICES", "0")));
        EngineCommand.clean(environment);
        assertEquals(
                Map.of(
                        "GGML_NO_BACKTRACE", "1",
                        "PATH", "/bin",
                        "HOME", "/home/me",
                        "LC_CTYPE", "C.UTF-8",
                        "LD_LIBRARY_PATH", "/usr/lib/wsl/lib",
                        "VK_ICD_FILENAMES", "/icd.json",
                        "CUDA_VISIBLE_DEVICES", "0"),
                environment);
    }

    @Test
    void startsThisRuntimeWithPondersSettings() {
        System.setProperty("ponder.test.setting", "a value");
        try {
            var words = EngineCommand.ofThisRuntime(folder).words();
            assertTrue(words.getFirst().startsWith(System.getProperty("java.home")));
            assertTrue(words.contains("-Dponder.test.setting=a value"));
            assertTrue(words.contains("-XX:ErrorFile=" + folder.resolve("hs_err_%p.log")));
            assertEquals("dev.ponder.engine.host.EngineMain", words.getLast());
        } finally {
            System.clearProperty("ponder.test.setting");
        }
    }

    @Test
    void takesTheCacheOfAPackageAndNoneWhereThereIsNone() throws IOException {
        assertEquals(Optional.empty(), EngineCommand.cache(null));
        assertEquals(Optional.empty(), EngineCommand.cache(folder.toString()));
        var cache = Files.createDirectory(folder.resolve("aot")).resolve("ponder-engine.aot");
        Files.createFile(cache);
        assertEquals(Optional.of(cache), EngineCommand.cache(folder.toString()));
    }

    @Test
    void startsWithACacheThatDoesNotFit() throws Exception {
        var cache = Files.write(folder.resolve("other.aot"), new byte[4096]);
        var words = new ArrayList<>(
                EngineCommand.ofThisRuntime(folder, ScriptedChild.class).words());
        words.add(1, "-XX:AOTCache=" + cache);
        try (var engine = new EngineSupervisor(
                new EngineCommand(words, folder), SupervisorListener.NONE, FailureMemory.untilExit())) {
            engine.load(LoadRequest.of(folder.resolve("any")).withGpuLayers(0), LoadObserver.NONE);
            assertTrue(engine.pid().isPresent());
        }
    }
}
