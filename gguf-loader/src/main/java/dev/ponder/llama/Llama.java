package dev.ponder.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * llama.cpp in this process: its libraries, log and devices. Its state belongs to the process and cannot be undone, so
 * there is one instance for each folder and it is never closed.
 */
public final class Llama {

    // the C library's registry of back ends is global: opening a folder twice would list every device twice
    private static final Map<Path, Llama> OPENED = new ConcurrentHashMap<>();

    /**
     * A device of llama.cpp's registry.
     *
     * @param name short name
     * @param description the maker's name
     * @param type a value of {@code ggml_backend_dev_type}
     * @param freeBytes memory free now
     * @param totalBytes memory in all
     */
    public record Device(String name, String description, int type, long freeBytes, long totalBytes) {}

    private final NativeLibraries libraries;
    private final Path folder;
    private final LlamaLog log;
    private final BackendLoader backends;

    private Llama(Path folder) throws NativesException {
        this.folder = folder;
        libraries = NativeLibraries.open(folder);
        log = LlamaLog.capture(libraries);
        backends = new BackendLoader(libraries, folder);
        call(libraries.function("llama_backend_init", FunctionDescriptor.ofVoid()));
    }

    /**
     * Opens the libraries of a folder, or returns them where they are open already.
     *
     * @throws NativesException when one is missing or cannot be opened
     */
    public static Llama open(Path folder) throws NativesException {
        var key = folder.toAbsolutePath().normalize();
        synchronized (OPENED) {
            var opened = OPENED.get(key);
            if (opened == null) {
                opened = new Llama(key);
                OPENED.put(key, opened);
            }
            return opened;
        }
    }

    /**
     * Loads the back ends that compute. May be called again: what is loaded stays.
     *
     * @param gpu whether drivers of GPUs are wanted too
     */
    public synchronized void loadBackends(boolean gpu) {
        backends.load(gpu);
    }

    /** The file names of the back ends that were loaded, as llama.cpp logged them. */
    public List<String> backends() {
        return log.backends();
    }

    /** The folder the libraries came from. */
    public Path folder() {
        return folder;
    }

    /** llama.cpp's recent log lines. */
    public LlamaLog log() {
        return log;
    }

    /** llama.cpp's version. */
    public String version() {
        return text("llama_version");
    }

    /** llama.cpp's line of processor features in use. */
    public String systemInfo() {
        return text("llama_print_system_info");
    }

    /** The devices in the registry; memory figures are of now. */
    public List<Device> devices() {
        var count = libraries.function("ggml_backend_dev_count", FunctionDescriptor.of(JAVA_LONG));
        var get = libraries.function("ggml_backend_dev_get", FunctionDescriptor.of(ADDRESS, JAVA_LONG));
        var devices = new ArrayList<Device>();
        try {
            long n = (long) count.invokeExact();
            for (long i = 0; i < n; i++) {
                devices.add(device((MemorySegment) get.invokeExact(i)));
            }
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
        return devices;
    }

    private Device device(MemorySegment handle) throws Throwable {
        var pointerToPointer = FunctionDescriptor.of(ADDRESS, ADDRESS);
        var name = (MemorySegment)
                libraries.function("ggml_backend_dev_name", pointerToPointer).invokeExact(handle);
        var description = (MemorySegment) libraries
                .function("ggml_backend_dev_description", pointerToPointer)
                .invokeExact(handle);
        var type = (int) libraries
                .function("ggml_backend_dev_type", FunctionDescriptor.of(JAVA_INT, ADDRESS))
                .invokeExact(handle);
        try (var arena = Arena.ofConfined()) {
            var free = arena.allocate(JAVA_LONG);
            var total = arena.allocate(JAVA_LONG);
            libraries
                    .function("ggml_backend_dev_memory", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS))
                    .invokeExact(handle, free, total);
            return new Device(
                    CString.read(name),
                    CString.read(description),
                    type,
                    free.get(JAVA_LONG, 0),
                    total.get(JAVA_LONG, 0));
        }
    }

    NativeLibraries libraries() {
        return libraries;
    }

    private String text(String function) {
        try {
            return CString.read((MemorySegment)
                    libraries.function(function, FunctionDescriptor.of(ADDRESS)).invokeExact());
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    private static void call(MethodHandle function) {
        try {
            function.invokeExact();
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }
}
