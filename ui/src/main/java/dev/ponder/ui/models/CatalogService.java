package dev.ponder.ui.models;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Hub;
import dev.ponder.downloads.ListedFile;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.Source;
import dev.ponder.models.LibraryException;
import dev.ponder.models.catalog.CatalogChoice;
import dev.ponder.models.catalog.CatalogModel;
import dev.ponder.models.catalog.QuantisationNote;
import dev.ponder.models.fit.Fit;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.Recommendation;
import dev.ponder.models.fit.SpeedEstimate;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be fetched. All methods block; only {@link #files} and the fetching itself touch the network. */
public interface CatalogService {

    /** The catalog, as it suits this computer now. */
    Offers offers() throws IOException;

    /** The model files of a repository, the smallest first. */
    List<ListedFile> files(Repository repository) throws DownloadException, InterruptedException;

    /**
     * Starts to fetch a model of the catalog.
     *
     * @param first who is asked first; null for whom the settings name
     */
    void fetch(CatalogChoice choice, @Nullable Hub first) throws LibraryException;

    /** Starts to fetch a file that the catalog lacks. */
    void fetch(Source source) throws LibraryException;

    /**
     * The catalog at one moment.
     *
     * @param machine this computer's memory
     * @param recommended the best first; at most three
     * @param models all that the catalog lists
     */
    record Offers(Machine machine, List<Recommendation> recommended, List<Offer> models) {
        public Offers {
            recommended = List.copyOf(recommended);
            models = List.copyOf(models);
        }
    }

    /**
     * A model with its files.
     *
     * @param model as the catalog has it
     * @param files the smallest first; may be empty
     */
    record Offer(CatalogModel model, List<OfferedFile> files) {
        public Offer {
            files = List.copyOf(files);
        }

        /** The file that is meant where nobody chooses: the usual one if it fits, else the best that does, else the smallest. */
        Optional<OfferedFile> usual() {
            var fitting = files.stream().filter(OfferedFile::fits).toList();
            return fitting.stream()
                    .filter(file -> file.choice().file().quantisation().equals("Q4_K_M"))
                    .findFirst()
                    .or(() -> fitting.reversed().stream().findFirst())
                    .or(() -> files.stream().findFirst());
        }
    }

    /**
     * A file that can be fetched.
     *
     * @param choice which
     * @param note what its quantisation costs
     * @param fit how it fits, where its shape is known
     * @param speed what to expect of it
     * @param installed the id under which it is here already
     */
    record OfferedFile(
            CatalogChoice choice,
            Optional<QuantisationNote> note,
            Optional<Fit> fit,
            Optional<SpeedEstimate> speed,
            Optional<String> installed) {

        boolean fits() {
            return fit.map(found -> found.label().fits()).orElse(false);
        }
    }
}
