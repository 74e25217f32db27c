package dev.ponder.models.bin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where deleted files can be got back from. */
@FunctionalInterface
public interface Bin {

    /**
     * Moves a file there; nothing is copied, however large it is.
     *
     * @throws IOException if there is no bin for this file, or it refuses; the file is then where it was
     */
    void take(Path file) throws IOException;

    /**
     * The bin of this system.
     *
     * @param environment variables by name
     * @param system as {@code os.name} gives it
     * @param home the user's home folder
     */
    static Bin of(Map<String, String> environment, String system, Path home) {
        var name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows") || name.startsWith("mac")
                ? new DesktopBin()
                : FreedesktopBin.of(environment, home);
    }
}
