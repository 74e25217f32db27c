package dev.ponder.ui.models;

import dev.ponder.models.FileRecord;
import dev.ponder.models.HashProgress;
import dev.ponder.models.InstalledModel;
import dev.ponder.models.LibraryException;
import dev.ponder.models.ModelCheck;
import dev.ponder.models.ModelImport;
import dev.ponder.models.ModelRemoval;
import dev.ponder.models.adoption.Adoptable;
import dev.ponder.models.adoption.AdoptionSearch;
import dev.ponder.models.fit.Fit;
import dev.ponder.models.fit.SpeedEstimate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The models on this computer. All methods block. */
public interface LibraryService {

    /** What is there now. */
    Shelf shelf() throws IOException;

    /** Reads a model as a whole and compares it with its hash. */
    ModelCheck.Result verify(Path file, HashProgress progress) throws IOException, LibraryException;

    /** Takes a model out of the library. */
    ModelRemoval.Outcome remove(InstalledModel model) throws LibraryException;

    /**
     * Brings a file into the library.
     *
     * @return the file to load from now on
     */
    Path bring(Path file, ModelImport.Way way, HashProgress progress) throws LibraryException;

    /** Looks what other programs have. */
    AdoptionSearch.Found others() throws IOException;

    /** Takes another program's model into the library, which stays where it is. */
    void adopt(Adoptable model, HashProgress progress) throws LibraryException;

    /** Looks for models in another folder from now on; no file is moved. */
    void useFolder(Path folder) throws IOException;

    /** Shows the folder of models in the system's file manager. */
    void openFolder() throws IOException;

    /**
     * The library at one moment.
     *
     * @param folder of models
     * @param isMissing whether the folder cannot be reached
     * @param models the demo model first
     * @param lost adopted files that are gone
     */
    record Shelf(Path folder, boolean isMissing, List<Held> models, List<Path> lost) {
        public Shelf {
            models = List.copyOf(models);
            lost = List.copyOf(lost);
        }
    }

    /**
     * A model that is here.
     *
     * @param model by which the library knows it
     * @param name for people
     * @param bytes of all its files
     * @param record what is remembered of its file
     * @param facts what its file says; empty where that cannot be read
     * @param fit how it fits now
     * @param speed what to expect of it
     */
    record Held(
            InstalledModel model,
            String name,
            long bytes,
            Optional<FileRecord> record,
            Optional<Facts> facts,
            Optional<Fit> fit,
            Optional<SpeedEstimate> speed) {}

    /**
     * What a model's file says of itself.
     *
     * @param title its makers' name
     * @param architecture for example {@code qwen3}
     * @param quantisation how its weights are stored
     * @param parameters how many weights, all of them
     * @param context tokens it was made for
     * @param licence as it says; empty where it says nothing
     */
    record Facts(
            String title, String architecture, String quantisation, long parameters, int context, String licence) {}
}
