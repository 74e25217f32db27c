package dev.ponder.models.fit;

import java.util.Arrays;
import java.util.List;

/**
 * Which device holds which layer: the last ones go to graphics devices, shared out by the memory that is free there, as
 * {@code load_tensors} in {@code llama-model.cpp} of llama.cpp v0.4.0 does it.
 */
final class LayerPlaces {

    /** Main memory. */
    static final int MAIN = -1;

    private final int firstOnGpu;
    private final int count;
    private final float[] splits;

    /**
     * Places for layers and the output.
     *
     * @param layers of the model, with the output as one more
     * @param onGpu how many of them lie on graphics devices
     * @param gpus the devices; where there are none everything lies in main memory
     */
    LayerPlaces(int layers, int onGpu, List<Machine.Gpu> gpus) {
        count = gpus.isEmpty() ? 0 : Math.min(onGpu, layers);
        firstOnGpu = layers - count;
        splits = new float[gpus.size()];
        float sum = 0;
        for (int i = 0; i < splits.length; i++) {
            sum += gpus.get(i).memory().freeBytes();
            splits[i] = sum;
        }
        for (int i = 0; i < splits.length; i++) {
            splits[i] /= sum;
        }
    }

    /** The number of the device that holds a layer, or {@link #MAIN}; the output is the layer behind the last. */
    int of(int layer) {
        if (layer < firstOnGpu) {
            return MAIN;
        }
        float position = (layer - firstOnGpu) / (float) count;
        int device = 0;
        while (device < splits.length - 1 && splits[device] <= position) {
            device++;
        }
        return device;
    }

    /** Whether any layer lies in main memory. */
    boolean anyInMainMemory() {
        return firstOnGpu > 0;
    }

    @Override
    public String toString() {
        return count + " layers from " + firstOnGpu + " over " + Arrays.toString(splits);
    }
}
