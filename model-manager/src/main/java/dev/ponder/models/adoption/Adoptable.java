package dev.ponder.models.adoption;

import dev.ponder.downloads.Sha256;
import dev.ponder.models.catalog.CatalogChoice;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model of another program that Ponder can use.
 *
 * @param owner the program, for example {@code LM Studio}
 * @param name what to call it
 * @param file where it lies and stays
 * @param bytes its length
 * @param architecture for example {@code qwen3}
 * @param claimed the hash that the program says it has; read and compared before it is used
 * @param known which file of the catalog it is, by that hash or else by its length alone, to be confirmed
 */
public record Adoptable(
        String owner,
        String name,
        Path file,
        long bytes,
        String architecture,
        Optional<Sha256> claimed,
        Optional<CatalogChoice> known) {

    /** Whether it is a Qwen3 model. */
    public boolean isQwen3() {
        return architecture.startsWith("qwen3");
    }
}
