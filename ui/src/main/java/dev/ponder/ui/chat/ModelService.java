package dev.ponder.ui.chat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The models there are, and the one in use. */
public interface ModelService {

    /** The demo model, those used last, and those of the library. Blocks while folders are read. */
    List<ModelChoice> choices() throws IOException;

    /**
     * A model by its id; empty where it is no longer on this computer. Blocks while folders are read.
     *
     * @param id of a model in the library, or a file's path
     */
    Optional<ModelChoice> find(String id) throws IOException;

    /**
     * Loads a model with its own settings in the place of the present one; the states say how it goes. Returns at once.
     *
     * @param id of a model in the library, or a file's path
     */
    void load(String id);

    /** Gives up loading. Returns at once. */
    void cancel();

    /**
     * Sets who is told the state, now and whenever it changes.
     *
     * @param observer called on the JavaFX thread
     */
    void observe(Consumer<? super ModelState> observer);

    /**
     * A model that can be chosen.
     *
     * @param id as {@link #load} takes it
     * @param name for people
     * @param detail size, quantisation or place, in one line
     * @param group where the list shows it
     */
    record ModelChoice(String id, String name, String detail, Group group) {}

    /** The groups of the list of models. */
    enum Group {
        DEMO,
        RECENT,
        LIBRARY
    }
}
