package dev.ponder.engine;

import java.util.List;

/**
 * What runs the models here.
 *
 * @param llamaVersion llama.cpp's version
 * @param nativesFolder where its libraries lie
 * @param backends the libraries of the back ends that were loaded, for example {@code libggml-cpu-zen4.so}
 * @param systemInfo llama.cpp's line of processor features
 * @param devices the devices that can hold layers; the CPU is one
 * @param problems what is missing for more, one sentence each, for example a GPU loader that is not installed
 */
public record EngineInfo(
        String llamaVersion,
        String nativesFolder,
        List<String> backends,
        String systemInfo,
        List<Device> devices,
        List<String> problems) {

    public EngineInfo {
        backends = List.copyOf(backends);
        devices = List.copyOf(devices);
        problems = List.copyOf(problems);
    }

    /** The kinds of device that llama.cpp tells apart, in the order of {@code ggml_backend_dev_type}. */
    public enum DeviceKind {
        CPU,
        GPU,
        INTEGRATED_GPU,
        ACCELERATOR,
        META
    }

    /**
     * A device that computes.
     *
     * @param name short name, for example {@code Vulkan0}
     * @param description the maker's name for it
     * @param kind what it is
     * @param freeBytes memory free now
     * @param totalBytes memory in all
     */
    public record Device(String name, String description, DeviceKind kind, long freeBytes, long totalBytes) {}
}
