package dev.ponder.ui.settings;

import dev.ponder.store.Backup;
import dev.ponder.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the settings page does with the user's data. All methods but the folder's block. */
public interface DataService {

    /** Where everything lies. */
    Path folder();

    /** Shows the folder in the system's file manager. */
    void openFolder() throws IOException;

    /** The backups there are, the newest first. */
    List<Backup> backups() throws IOException, StoreException;

    /** Puts a backup in the place of the conversations, which are themselves backed up first. */
    void restore(Backup backup) throws IOException, StoreException;

    /** Deletes conversations, settings, logs and backups, and then ends the program. Models stay. */
    void deleteEverything() throws IOException, StoreException;

    /**
     * Writes a file about this installation and its last problems. It holds no chat text.
     *
     * @return the file
     */
    Path writeProblemReport() throws IOException;

    /** Shows the licences' texts in the system's file manager; where this is no installation, the data folder. */
    void openLicences() throws IOException;

    /** What Ponder is made of. */
    About about();

    /**
     * What Ponder is made of.
     *
     * @param version Ponder's own
     * @param parts names with versions and licences, one a line
     */
    record About(String version, List<String> parts) {
        public About {
            parts = List.copyOf(parts);
        }
    }
}
