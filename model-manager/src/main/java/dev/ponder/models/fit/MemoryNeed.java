package dev.ponder.models.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model takes of each device's memory.
 *
 * @param main main memory
 * @param gpus those graphics devices that hold a part of it
 * @param shared bytes of the graphics devices that are main memory too
 */
public record MemoryNeed(DeviceNeed main, List<DeviceNeed> gpus, long shared) {

    public MemoryNeed {
        gpus = List.copyOf(gpus);
    }

    /** Whether every device has room. */
    public boolean fits() {
        return missing() == 0;
    }

    /** Bytes that lack, over all devices. */
    public long missing() {
        return gpus.stream().mapToLong(gpu -> Math.max(0, -gpu.left())).sum() + Math.max(0, shared - main.left());
    }

    /** All bytes. */
    public long total() {
        return main.total() + gpus.stream().mapToLong(DeviceNeed::total).sum();
    }

    /** What it takes of the device with a name. */
    public Optional<DeviceNeed> of(String device) {
        return devices().stream().filter(need -> need.device().equals(device)).findFirst();
    }

    /** The graphics devices, then main memory. */
    public List<DeviceNeed> devices() {
        var all = new ArrayList<>(gpus);
        all.add(main);
        return all;
    }

    /**
     * The arithmetic, one line for each summand, to be read from top to bottom: for each device what lies there, then the sum
     * and what that leaves.
     */
    public List<FitLine> lines() {
        var lines = new ArrayList<FitLine>();
        for (var need : devices()) {
            add(lines, need, FitLine.Term.WEIGHTS, need.weights());
            add(lines, need, FitLine.Term.CACHE, need.cache());
            add(lines, need, FitLine.Term.COMPUTE, need.compute());
            add(lines, need, FitLine.Term.PROGRAM, need.program());
            boolean isMain = need.equals(main);
            if (isMain && shared > 0) {
                add(lines, need, FitLine.Term.SHARED, shared);
            }
            long total = need.total() + (isMain ? shared : 0);
            lines.add(new FitLine(need.device(), FitLine.Term.TOTAL, total));
            lines.add(new FitLine(need.device(), FitLine.Term.USABLE, need.usable()));
            lines.add(new FitLine(need.device(), FitLine.Term.LEFT, need.usable() - total));
        }
        return lines;
    }

    private static void add(List<FitLine> lines, DeviceNeed need, FitLine.Term term, long bytes) {
        if (bytes > 0) {
            lines.add(new FitLine(need.device(), term, bytes));
        }
    }
}
