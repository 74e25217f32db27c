package dev.ponder.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.EngineInfo.Device;
import dev.ponder.engine.EngineInfo.DeviceKind;
import dev.ponder.engine.KvType;
import dev.ponder.engine.LoadRequest;
import dev.ponder.gguf.ModelGenerator;
import dev.ponder.models.fit.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads of files in the shapes of real models; their weights are holes. */
class LoadPlannerTest {

    private static final long GIB = 1L << 30;

    @TempDir
    private static Path folder;

    private static Path dense;
    private static Path mixture;

    @BeforeAll
    static void makeFiles() throws IOException {
        var files = ModelGenerator.realShapes(folder, "4B", "30B-A3B");
        dense = files.getFirst();
        mixture = files.getLast();
    }

    @Test
    void whatNobodyHasSetFollowsFromTheMemory() throws Exception {
        var request = LoadPlanner.fitting(LoadRequest.of(dense), computer(8, 6));

        assertTrue(request.contextSize() > 2048 && request.contextSize() < 16_384, request.toString());
        assertEquals(0, request.gpuLayers());
    }

    @Test
    void whatTheUserHasSetStays() throws Exception {
        var asked = LoadRequest.of(dense)
                .withContextSize(4096)
                .withKvType(KvType.Q8_0)
                .withGpuLayers(7);

        assertEquals(asked, LoadPlanner.fitting(asked, withCard(computer(32, 20), 24)));
    }

    @Test
    void aCardWithRoomGetsAllLayers() throws Exception {
        var request = LoadPlanner.fitting(LoadRequest.of(dense), withCard(computer(32, 20), 16));

        assertEquals(37, request.gpuLayers());
        assertEquals(LoadRequest.DEFAULT_CONTEXT, request.contextSize());
    }

    @Test
    void expertsOfAMixtureStayInMemoryWhereTheCardIsSmall() throws Exception {
        var request =
                LoadPlanner.fitting(LoadRequest.of(mixture).withContextSize(8192), withCard(computer(64, 56), 12));

        assertEquals(49, request.gpuLayers());
        assertTrue(request.expertLayersInMemory() > 0 && request.expertLayersInMemory() < 48, request.toString());
    }

    @Test
    void whatDoesNotFitIsTriedAsItWasAsked() throws Exception {
        var asked = LoadRequest.of(mixture);

        assertEquals(asked, LoadPlanner.fitting(asked, computer(8, 5)));
    }

    @Test
    void aLoadForTheProcessorAloneStaysOne() throws Exception {
        var request = LoadPlanner.fitting(LoadRequest.of(dense).withGpuLayers(0), withCard(computer(32, 20), 24));

        assertEquals(0, request.gpuLayers());
    }

    @Test
    void aCardHidesTheGraphicsOfTheProcessor() {
        var machine = Devices.machine(info(
                device("CPU", DeviceKind.CPU),
                device("Vulkan0", DeviceKind.INTEGRATED_GPU),
                device("Vulkan1", DeviceKind.GPU)));

        assertEquals(
                List.of("Vulkan1"),
                machine.gpus().stream().map(Machine.Gpu::name).toList());
    }

    @Test
    void metalComputesInMainMemory() {
        var machine = Devices.machine(info(device("CPU", DeviceKind.CPU), device("MTL0", DeviceKind.GPU)));

        assertTrue(machine.gpus().getFirst().sharesMainMemory());
    }

    private static EngineInfo info(Device... devices) {
        return new EngineInfo("v", "/", List.of(), "", List.of(devices), List.of());
    }

    private static Device device(String name, DeviceKind kind) {
        return new Device(name, "made up", kind, GIB, 2 * GIB);
    }

    private static Machine computer(long total, long free) {
        return Machine.withoutGpu(total * GIB, free * GIB);
    }

    private static Machine withCard(Machine machine, long gibibytes) {
        var memory = new Machine.Memory(gibibytes * GIB, gibibytes * GIB);
        return new Machine(machine.main(), List.of(new Machine.Gpu("Vulkan0", "a card", memory, false)));
    }
}
