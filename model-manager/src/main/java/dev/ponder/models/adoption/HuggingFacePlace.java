package dev.ponder.models.adoption;

import dev.ponder.downloads.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cache of Hugging Face's library: {@code models--OWNER--NAME/snapshots/COMMIT/FILE} is a link to
 * {@code blobs/SHA256} of the same repository, or on systems without links the file itself.
 *
 * @param folders where it may be
 */
record HuggingFacePlace(List<Path> folders) implements ModelPlace {

    static final String OWNER = "Hugging Face";

    private static final int DEPTH = 4;

    @Override
    public List<FoundFile> files() throws IOException {
        var found = new ArrayList<FoundFile>();
        for (var folder : folders) {
            if (Files.isDirectory(folder)) {
                for (var repository : repositoriesIn(folder)) {
                    found.addAll(filesOf(repository));
                }
            }
        }
        return found;
    }

    private static List<Path> repositoriesIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> FolderPlace.name(entry).startsWith("models--")
                            && Files.isDirectory(entry.resolve("snapshots")))
                    .sorted()
                    .toList();
        }
    }

    /** One entry for each blob, however many snapshots name it. */
    private static List<FoundFile> filesOf(Path repository) throws IOException {
        Map<Path, FoundFile> byFile = new LinkedHashMap<>();
        var root = repository.toRealPath();
        try (var entries = Files.walk(repository.resolve("snapshots"), DEPTH)) {
            for (var entry : entries.filter(file -> FolderPlace.isModel(FolderPlace.name(file)))
                    .sorted()
                    .toList()) {
                if (!Files.isRegularFile(entry)) {
                    continue;
                }
                var real = entry.toRealPath();
                // a link that leaves its repository is not the cache's own
                if (real.startsWith(root)) {
                    byFile.putIfAbsent(real, found(entry, real));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return List.copyOf(byFile.values());
    }

    private static FoundFile found(Path entry, Path real) {
        var title = FolderPlace.name(entry).replaceFirst("(?i)\\.gguf$", "");
        var claimed =
                real.equals(entry.toAbsolutePath()) ? Optional.<Sha256>empty() : Sha256.parse(FolderPlace.name(real));
        return new FoundFile(OWNER, title, real, claimed);
    }
}
