package dev.ponder.models;

import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufFile;
import dev.ponder.gguf.GgufModel;
import java.nio.file.Path;
import java.util.List;

/** The files of one model. */
final class ModelFiles {

    private ModelFiles() {}

    /**
     * All files of a model, the first part first.
     *
     * @throws LibraryException if the file, or one that belongs to it, is no model
     */
    static List<Path> of(Path first) throws LibraryException {
        try {
            return GgufModel.open(first).parts().stream().map(GgufFile::path).toList();
        } catch (GgufException e) {
            throw new LibraryException(LibraryException.Kind.NOT_A_MODEL, String.valueOf(e.getMessage()), e);
        }
    }
}
