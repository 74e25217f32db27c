package dev.ponder.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.LoadRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureMemoryTest {
    @TempDir
    Path folder;

    private LoadRequest request;

    @BeforeEach
    void writeModel() throws Exception {
        request = LoadRequest.of(Files.writeString(folder.resolve("a model.gguf"), "weights"));
    }

    @Test
    void remembersAcrossProcesses() {
        FailureMemory.in(folder.resolve("new")).steppedDown(request, 5);
        FailureMemory.in(folder.resolve("new")).gaveUp(request.withGpuLayers(0));
        var again = FailureMemory.in(folder.resolve("new"));
        assertEquals(OptionalInt.of(5), again.layers(request));
        assertFalse(again.isHopeless(request));
        assertTrue(again.isHopeless(request.withGpuLayers(0)));
    }

    @Test
    void forgetsWhenTheFileChanges() throws Exception {
        var memory = FailureMemory.in(folder);
        memory.steppedDown(request, 0);
        Files.writeString(request.model(), "other weights");
        assertEquals(OptionalInt.empty(), memory.layers(request));
    }

    @Test
    void forgetsAfterAWeek() {
        FailureMemory.in(folder).steppedDown(request, 0);
        var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(8));
        assertEquals(OptionalInt.empty(), FailureMemory.in(folder, later).layers(request));
    }

    @Test
    void startsEmptyWhereItsFileIsDamaged() throws Exception {
        FailureMemory.in(folder).steppedDown(request, 0);
        Files.write(folder.resolve("engine-failures.txt"), new byte[] {(byte) 0xFF, 0, '\t', '\n', 'x', '\t', 'y'});
        assertEquals(OptionalInt.empty(), FailureMemory.in(folder).layers(request));
    }

    @Test
    void aModelThatWorksAgainIsNotHopeless() {
        var memory = FailureMemory.in(folder);
        memory.gaveUp(request);
        memory.worked(request);
        assertFalse(memory.isHopeless(request));
    }
}
