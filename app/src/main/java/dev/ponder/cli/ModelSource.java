package dev.ponder.cli;

import java.nio.file.Path;

/** Finds model files by what people type. */
@FunctionalInterface
interface ModelSource {

    /**
     * The file of a model.
     *
     * @param fileOrId a path of a GGUF file or the id of an installed model
     * @throws CliException when there is no such model; the sentence names those there are
     */
    Path find(String fileOrId) throws CliException;
}
