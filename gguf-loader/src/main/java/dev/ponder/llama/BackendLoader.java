package dev.ponder.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Loads ggml's back ends.
 *
 * <p>llama.cpp's own way loads every back end in the folder. A faulty GPU driver can end the process while it is being
 * asked for its devices, so a load for the processor alone must not touch it: then only the best processor variant is
 * loaded, by the score that each variant's {@code ggml_backend_score} gives itself, as {@code ggml_backend_load_best}
 * in {@code ggml-backend-reg.cpp} does.
 */
final class BackendLoader {
    private final NativeLibraries libraries;
    private final Path folder;
    private boolean processorLoaded;
    private boolean gpuLoaded;

    BackendLoader(NativeLibraries libraries, Path folder) {
        this.libraries = libraries;
        this.folder = folder;
    }

    void load(boolean gpu) {
        if (gpu && !gpuLoaded) {
            if (processorLoaded) {
                backendFiles().stream().filter(file -> !isProcessor(file)).forEach(this::loadFile);
            } else {
                loadAll();
            }
            gpuLoaded = true;
            processorLoaded = true;
        } else if (!processorLoaded) {
            bestProcessorVariant().ifPresentOrElse(this::loadFile, this::loadAll);
            processorLoaded = true;
        }
    }

    private void loadAll() {
        try (var arena = Arena.ofConfined()) {
            libraries
                    .function("ggml_backend_load_all_from_path", FunctionDescriptor.ofVoid(ADDRESS))
                    .invokeExact(arena.allocateFrom(folder.toString()));
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    private void loadFile(Path file) {
        try (var arena = Arena.ofConfined()) {
            // a back end that does not load (its driver is missing) is logged by llama.cpp and left out
            var _ = (java.lang.foreign.MemorySegment) libraries
                    .function("ggml_backend_load", FunctionDescriptor.of(ADDRESS, ADDRESS))
                    .invokeExact(arena.allocateFrom(file.toString()));
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    private java.util.Optional<Path> bestProcessorVariant() {
        Path best = null;
        int bestScore = 0;
        for (var file : backendFiles()) {
            int score = isProcessor(file) ? score(file) : 0;
            if (score > bestScore) {
                best = file;
                bestScore = score;
            }
        }
        return java.util.Optional.ofNullable(best);
    }

    @SuppressWarnings("restricted") // opens a variant only to ask for its score
    private static int score(Path file) {
        try (var arena = Arena.ofConfined()) {
            var symbol = SymbolLookup.libraryLookup(file, arena).find("ggml_backend_score");
            if (symbol.isEmpty()) {
                return 0;
            }
            return (int) NativeLibraries.function(symbol.get(), FunctionDescriptor.of(JAVA_INT))
                    .invokeExact();
        } catch (IllegalArgumentException e) {
            return 0; // cannot be opened here: not a candidate
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    private static boolean isProcessor(Path file) {
        return backendName(file).startsWith("cpu");
    }

    /** {@code libggml-cpu-zen4.so} is "cpu-zen4.so". */
    private static String backendName(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf("ggml-") + "ggml-".length());
    }

    private List<Path> backendFiles() {
        try (var files = Files.list(folder)) {
            return files.filter(BackendLoader::isBackend).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBackend(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.startsWith("libggml-") || name.startsWith("ggml-"))
                && !name.contains("ggml-base")
                && (name.endsWith(".so") || name.endsWith(".dll"));
    }
}
