package dev.ponder.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the folder of models elsewhere, also to another disk, one verified file after the other. When it is stopped or fails,
 * the library stays with the old folder; files that have moved already are moved on the next time. Blocks.
 */
public final class FolderMove {

    private final ModelLibrary library;

    /** Moves the folder of a library. */
    public FolderMove(ModelLibrary library) {
        this.library = library;
    }

    /**
     * Moves all models and uses the new folder from then on.
     *
     * @param to an existing folder
     * @throws LibraryException if it is none, holds a file of the same name, or is full, or the progress asked to stop
     */
    public void run(Path to, HashProgress progress) throws LibraryException {
        if (!Files.isDirectory(to)) {
            throw new LibraryException(
                    LibraryException.Kind.FOLDER_MISSING,
                    "There is no folder " + to + ". Choose one that is there.",
                    null);
        }
        var files = files();
        try {
            long bytes = 0;
            for (var file : files) {
                bytes += Files.size(file);
            }
            var work = new FileHash(progress, 2 * bytes);
            for (var file : files) {
                move(file, to.resolve(file.getFileName()), work);
            }
            library.use(to);
        } catch (IOException e) {
            throw FileTransfer.failed(to, e);
        }
    }

    private void move(Path from, Path to, FileHash work) throws IOException, LibraryException {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new LibraryException(
                    LibraryException.Kind.NAME_TAKEN,
                    "There is a file " + to + " already. Rename it, or choose another folder.",
                    null);
        }
        var known = library.record(from);
        var hash = FileTransfer.bring(from, to, true, work);
        if (known.isPresent() && !known.get().sha256().equals(hash)) {
            throw new LibraryException(
                    LibraryException.Kind.COPY_DIFFERS,
                    "The model " + to.getFileName() + " is not what it was when it came. Fetch it again.",
                    null);
        }
    }

    private List<Path> files() throws LibraryException {
        var files = new ArrayList<Path>();
        try {
            for (var model : library.models()) {
                if (model.origin() instanceof InstalledModel.Origin.Folder) {
                    files.addAll(ModelFiles.of(model.file()));
                }
            }
            return files;
        } catch (IOException e) {
            throw FileTransfer.failed(library.folder(), e);
        }
    }
}
