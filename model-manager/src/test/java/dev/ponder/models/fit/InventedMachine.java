package dev.ponder.models.fit;

import java.util.List;
import java.util.Optional;

/**
 * A computer that somebody might have.
 *
 * @param name for the table
 * @param machine its memory
 * @param speed what its devices read a second, some four fifths of what their makers promise
 */
record InventedMachine(String name, Machine machine, MachineSpeed speed) {

    private static final long GIB = 1L << 30;

    static final List<InventedMachine> ALL = List.of(
            processor("Old laptop, 8 GB, one memory channel", 8, 4.5, 9),
            processor("Laptop, 8 GB", 8, 5.5, 26),
            processor("Laptop, 16 GB", 16, 11.5, 35),
            shared("Laptop, 16 GB, graphics in the processor", 16, 11.5, 8, 40, 40),
            processor("Desktop, 32 GB", 32, 26, 55),
            card("Desktop, 16 GB, card with 6 GB", 16, 12, 6, 150),
            card("Desktop, 32 GB, card with 8 GB", 32, 26, 8, 220),
            card("Desktop, 32 GB, card with 12 GB", 32, 26, 12, 290),
            card("Desktop, 64 GB, card with 16 GB", 64, 56, 16, 540),
            card("Desktop, 64 GB, card with 24 GB", 64, 56, 24, 800),
            shared("Apple M2, 16 GB", 16, 11, 10.7, 60, 85),
            shared("Apple M3 Max, 64 GB", 64, 54, 48, 150, 320));

    private static InventedMachine processor(String name, double total, double free, double gigabytes) {
        return new InventedMachine(
                name,
                Machine.withoutGpu(bytes(total), bytes(free)),
                new MachineSpeed(probed(gigabytes), Optional.empty()));
    }

    private static InventedMachine card(String name, double total, double free, double card, double gigabytes) {
        var gpu = new Machine.Gpu("GPU0", name, new Machine.Memory(bytes(card), bytes(card - 0.5)), false);
        return new InventedMachine(
                name,
                new Machine(new Machine.Memory(bytes(total), bytes(free)), List.of(gpu)),
                new MachineSpeed(probed(40), Optional.of(probed(gigabytes))));
    }

    private static InventedMachine shared(
            String name, double total, double free, double gpu, double main, double gigabytes) {
        var device = new Machine.Gpu("GPU0", name, new Machine.Memory(bytes(gpu), bytes(gpu)), true);
        return new InventedMachine(
                name,
                new Machine(new Machine.Memory(bytes(total), bytes(free)), List.of(device)),
                new MachineSpeed(probed(main), Optional.of(probed(gigabytes))));
    }

    private static long bytes(double gibibytes) {
        return (long) (gibibytes * GIB);
    }

    private static Bandwidth probed(double gigabytes) {
        return new Bandwidth(gigabytes * 1e9, Bandwidth.Basis.PROBED);
    }
}
