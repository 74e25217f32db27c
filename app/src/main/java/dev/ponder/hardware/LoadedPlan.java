package dev.ponder.hardware;

import dev.ponder.models.fit.LoadPlan;
import dev.ponder.models.fit.TokenCost;
import java.nio.file.Path;

/**
 * A model that is loaded.
 *
 * @param file it came from
 * @param plan by which it was loaded
 * @param cost what is read for a token of it
 * @param mappedBytes of its weights that are pages of the file, which the system counts as free memory
 */
record LoadedPlan(Path file, LoadPlan plan, TokenCost cost, long mappedBytes) {

    /** By which its speed is remembered. */
    String name() {
        return String.valueOf(file.getFileName());
    }
}
