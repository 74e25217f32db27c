package dev.ponder.models.adoption;

import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.models.ModelLibrary;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.catalog.CatalogChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds models of LM Studio, Ollama, Jan and Hugging Face's library that could be used where they lie. Reads folders and the
 * headers of files, changes nothing. Blocks for a moment.
 */
public final class AdoptionSearch {

    private final OtherPrograms programs;
    private final ModelLibrary library;
    private final Catalog catalog;

    /**
     * A search on this computer.
     *
     * @param environment variables by name
     * @param system as {@code os.name} gives it
     * @param home the user's home folder
     */
    public AdoptionSearch(
            Map<String, String> environment, String system, Path home, ModelLibrary library, Catalog catalog) {
        this.programs = new OtherPrograms(environment, system, home);
        this.library = library;
        this.catalog = catalog;
    }

    /** What was found, and which programs' folders could not be read. */
    public record Found(List<Adoptable> models, List<String> unreadable) {
        public Found {
            models = List.copyOf(models);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Looks now; models that the library has already are left out. */
    public Found run() throws IOException {
        var models = new LinkedHashMap<Path, Adoptable>();
        var unreadable = new ArrayList<String>();
        for (var place : programs.places()) {
            try {
                for (var file : place.files()) {
                    if (library.record(file.file()).isEmpty()) {
                        adoptable(file).ifPresent(model -> models.putIfAbsent(file.file(), model));
                    }
                }
            } catch (IOException e) {
                unreadable.add(String.valueOf(e.getMessage()));
            }
        }
        return new Found(List.copyOf(models.values()), unreadable);
    }

    private Optional<Adoptable> adoptable(FoundFile found) throws IOException {
        try {
            var architecture = GgufModel.open(found.file()).architecture().name();
            long bytes = Files.size(found.file());
            return Optional.of(new Adoptable(
                    found.owner(),
                    found.name(),
                    found.file(),
                    bytes,
                    architecture,
                    found.claimed(),
                    found.claimed().isPresent() ? catalog.of(found.claimed().get()) : byLength(bytes)));
        } catch (GgufException _) {
            // a file that is still being fetched, or no model at all
            return Optional.empty();
        }
    }

    /** Lengths of the catalog's files differ by some bytes at least, so one of them is a strong hint and no proof. */
    private Optional<CatalogChoice> byLength(long bytes) {
        var same = catalog.choices().stream()
                .filter(choice ->
                        choice.file().parts().size() == 1 && choice.file().bytes() == bytes)
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }
}
