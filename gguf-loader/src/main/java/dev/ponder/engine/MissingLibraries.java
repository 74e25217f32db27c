package dev.ponder.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out which system libraries keep a back end from loading, and says what to install. */
final class MissingLibraries {

    private MissingLibraries() {}

    /**
     * What is missing.
     *
     * @param folder llama.cpp's libraries
     * @param loaded file names of the back ends that did load
     */
    static List<String> sentences(Path folder, List<String> loaded) {
        var sentences = new ArrayList<String>();
        if (loaded.stream().noneMatch(name -> name.contains("ggml-cpu"))) {
            sentences.add("llama.cpp's processor back end did not load; reinstall Ponder.");
        }
        if (ships(folder, "vulkan") && loaded.stream().noneMatch(name -> name.contains("vulkan"))) {
            var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            var loader = os.contains("windows") ? "vulkan-1.dll" : "libvulkan.so.1";
            sentences.add(
                    opens(loader)
                            ? "The Vulkan back end did not load although " + loader
                                    + " is there; update the graphics driver to use the GPU."
                            : "The Vulkan loader " + loader
                                    + " is missing, so the GPU is not used; install it with the graphics driver"
                                    + (os.contains("linux") ? " (Debian and Ubuntu: apt install libvulkan1)." : "."));
        }
        return sentences;
    }

    private static boolean ships(Path folder, String backend) {
        return Files.exists(folder.resolve("libggml-" + backend + ".so"))
                || Files.exists(folder.resolve("ggml-" + backend + ".dll"));
    }

    @SuppressWarnings("restricted") // opens a system library only to see whether it is there
    private static boolean opens(String library) {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
