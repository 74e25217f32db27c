package dev.ponder.hardware;

import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.EngineInfo.Device;
import dev.ponder.engine.EngineInfo.DeviceKind;
import dev.ponder.models.fit.Machine;
import java.util.List;
import java.util.Locale;

/** What the engine says about devices, as a {@link Machine}. */
public final class Devices {

    private Devices() {}

    /** The machine as an engine sees it now. */
    public static Machine machine(EngineInfo info) {
        var processor = info.devices().stream()
                .filter(device -> device.kind() == DeviceKind.CPU)
                .findFirst()
                .map(Devices::memory)
                .orElse(new Machine.Memory(0, 0));
        return new Machine(processor, gpus(info.devices()));
    }

    /** As llama.cpp, which leaves a graphics device in the processor alone where there is a card. */
    private static List<Machine.Gpu> gpus(List<Device> devices) {
        var cards = of(devices, DeviceKind.GPU);
        return cards.isEmpty() ? of(devices, DeviceKind.INTEGRATED_GPU) : cards;
    }

    private static List<Machine.Gpu> of(List<Device> devices, DeviceKind kind) {
        return devices.stream()
                .filter(device -> device.kind() == kind)
                .map(device -> new Machine.Gpu(
                        device.name(),
                        device.description(),
                        memory(device),
                        kind == DeviceKind.INTEGRATED_GPU || isApples(device)))
                .toList();
    }

    private static Machine.Memory memory(Device device) {
        return new Machine.Memory(device.totalBytes(), device.freeBytes());
    }

    /** Metal's devices compute in main memory, whatever kind llama.cpp reports them as. */
    private static boolean isApples(Device device) {
        var name = device.name().toLowerCase(Locale.ROOT);
        return name.startsWith("mtl") || name.startsWith("metal");
    }
}
