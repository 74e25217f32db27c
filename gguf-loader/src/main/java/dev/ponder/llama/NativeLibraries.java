package dev.ponder.llama;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * llama.cpp's shared libraries of one folder, opened for the life of the process.
 *
 * <p>They are opened in the order ggml-base, ggml, llama: each finds the ones before it already loaded by name, which
 * holds on every system without a search path being set.
 */
final class NativeLibraries {
    private static final Linker LINKER = Linker.nativeLinker();

    private final SymbolLookup symbols;

    private NativeLibraries(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /**
     * Opens the libraries of a folder.
     *
     * @throws NativesException when one is missing or cannot be opened
     */
    @SuppressWarnings("restricted") // opening llama.cpp is what this class is for
    static NativeLibraries open(Path folder) throws NativesException {
        var lookups = new SymbolLookup[3];
        var names = List.of("ggml-base", "ggml", "llama");
        for (int i = 0; i < lookups.length; i++) {
            var file = find(folder, names.get(i));
            try {
                lookups[i] = SymbolLookup.libraryLookup(file, Arena.global());
            } catch (IllegalArgumentException e) {
                throw new NativesException(
                        "The library " + file + " cannot be opened; `ponder doctor` says what the system lacks.", e);
            }
        }
        return new NativeLibraries(lookups[2].or(lookups[1]).or(lookups[0]));
    }

    /** Finds a library by its base name, whatever flavour and version the file name carries. */
    private static Path find(Path folder, String name) throws NativesException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> isLibrary(file.getFileName().toString(), name))
                    .findFirst()
                    .orElseThrow(() -> new NativesException(
                            "The folder " + folder + " has no library " + name + " of llama.cpp; reinstall Ponder.",
                            null));
        } catch (java.io.IOException e) {
            throw new NativesException(
                    "The folder " + folder + " of llama.cpp's libraries cannot be read; reinstall Ponder.", e);
        }
    }

    /** {@code libggml.vulkan.v0.4.0.so}, {@code libggml.dylib} and {@code ggml.dll} are all "ggml"; ggml-base is not. */
    static boolean isLibrary(String fileName, String name) {
        var lower = fileName.toLowerCase(Locale.ROOT);
        var base = lower.startsWith("lib") ? lower.substring(3) : lower;
        return base.startsWith(name + ".") && Stream.of(".so", ".dylib", ".dll").anyMatch(base::endsWith);
    }

    @SuppressWarnings("restricted") // the signatures are written from the pinned header and tested against it
    MethodHandle function(String name, FunctionDescriptor signature) {
        var address = symbols.find(name)
                .orElseThrow(() -> new IllegalStateException("llama.cpp's libraries lack the function " + name));
        return LINKER.downcallHandle(address, signature);
    }

    @SuppressWarnings("restricted") // as above
    static MethodHandle function(MemorySegment address, FunctionDescriptor signature) {
        return LINKER.downcallHandle(address, signature);
    }

    @SuppressWarnings("restricted") // as above
    static MemorySegment callback(MethodHandle target, FunctionDescriptor signature, Arena arena) {
        return LINKER.upcallStub(target, signature, arena);
    }
}
