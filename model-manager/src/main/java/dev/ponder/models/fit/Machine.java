package dev.ponder.models.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory of a computer at one moment.
 *
 * @param main main memory
 * @param gpus devices that can hold layers beside the processor, in llama.cpp's order
 */
public record Machine(Memory main, List<Gpu> gpus) {

    private static final long MIB = 1 << 20;

    /**
     * Memory of one kind.
     *
     * @param totalBytes in all
     * @param freeBytes now
     */
    public record Memory(long totalBytes, long freeBytes) {}

    /**
     * A graphics device.
     *
     * @param name llama.cpp's, for example {@code Vulkan0}
     * @param description its maker's name
     * @param memory what it can hold
     * @param sharesMainMemory whether its memory is a part of main memory, as on Apple's chips and in laptops
     */
    public record Gpu(String name, String description, Memory memory, boolean sharesMainMemory) {

        /** Bytes that a model may take: what is free, less some for the driver and the screen. */
        public long usableBytes() {
            return Math.max(0, memory.freeBytes() - Math.max(512 * MIB, memory.totalBytes() / 24));
        }
    }

    public Machine {
        gpus = List.copyOf(gpus);
    }

    /** A computer whose processor does all the work. */
    public static Machine withoutGpu(long totalBytes, long freeBytes) {
        return new Machine(new Memory(totalBytes, freeBytes), List.of());
    }

    /** Bytes of main memory that a model may take: what is free, less some for everything else that runs. */
    public long usableBytes() {
        return Math.max(0, main.freeBytes() - Math.min(1024 * MIB, main.totalBytes() / 16));
    }

    /** The same computer as if its processor had to do all the work. */
    public Machine processorOnly() {
        return new Machine(main, List.of());
    }

    /**
     * The same computer once a loaded model has gone, so that what takes its place is not counted beside it.
     *
     * @param loaded what the loaded model takes
     * @param mapped bytes of its weights in main memory that are a file's pages; the system counts those as free already
     */
    public Machine without(MemoryNeed loaded, long mapped) {
        var freed = new ArrayList<Gpu>();
        for (var gpu : gpus) {
            long bytes = loaded.of(gpu.name()).map(DeviceNeed::total).orElse(0L);
            freed.add(new Gpu(gpu.name(), gpu.description(), more(gpu.memory(), bytes), gpu.sharesMainMemory()));
        }
        long shared = gpus.stream()
                .filter(Gpu::sharesMainMemory)
                .mapToLong(gpu -> loaded.of(gpu.name()).map(DeviceNeed::total).orElse(0L))
                .sum();
        return new Machine(more(main, Math.max(0, loaded.main().total() - mapped) + shared), freed);
    }

    private static Memory more(Memory memory, long bytes) {
        return new Memory(memory.totalBytes(), Math.min(memory.totalBytes(), memory.freeBytes() + bytes));
    }
}
