package dev.ponder.models.fit;

/**
 * What a model takes of one device's memory, in bytes.
 *
 * @param device its name; {@value #MAIN_MEMORY} for main memory
 * @param weights of the layers that lie there
 * @param cache keys and values of these layers
 * @param compute buffers for intermediate results
 * @param program what the engine's process takes beside; 0 on a graphics device
 * @param usable what a model may take there
 */
public record DeviceNeed(String device, long weights, long cache, long compute, long program, long usable) {

    /** The name of main memory. */
    public static final String MAIN_MEMORY = "CPU";

    /** All of it together. */
    public long total() {
        return weights + cache + compute + program;
    }

    /** What stays usable beside; negative where it does not fit. */
    public long left() {
        return usable - total();
    }
}
