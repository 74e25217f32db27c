package dev.ponder.models.adoption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ponder.downloads.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ollama: {@code manifests/HOST/OWNER/MODEL/TAG} is a JSON text whose layer of the type
 * {@code application/vnd.ollama.image.model} names a digest, and {@code blobs/sha256-DIGEST} is the GGUF file.
 *
 * @param folders where it may keep both
 */
record OllamaPlace(List<Path> folders) implements ModelPlace {

    static final String OWNER = "Ollama";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL_LAYER = "application/vnd.ollama.image.model";
    private static final int MANIFEST_BYTES = 1 << 20;
    private static final int DEPTH = 4;

    @Override
    public List<FoundFile> files() throws IOException {
        var found = new ArrayList<FoundFile>();
        for (var folder : folders) {
            var manifests = folder.resolve("manifests");
            if (Files.isDirectory(manifests)) {
                for (var manifest : manifestsIn(manifests)) {
                    model(folder, manifest).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static List<Path> manifestsIn(Path folder) throws IOException {
        try (var files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<FoundFile> model(Path folder, Path manifest) throws IOException {
        if (Files.size(manifest) > MANIFEST_BYTES) {
            return Optional.empty();
        }
        return digest(manifest).flatMap(hash -> {
            // the name of the file is made of a hash that was read as one, so it leads nowhere else
            var blob = folder.resolve("blobs").resolve("sha256-" + hash.hex());
            return Files.isRegularFile(blob, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(new FoundFile(OWNER, title(manifest), blob, Optional.of(hash)))
                    : Optional.empty();
        });
    }

    private static Optional<Sha256> digest(Path manifest) throws IOException {
        try {
            for (JsonNode layer : JSON.readTree(Files.readAllBytes(manifest)).path("layers")) {
                var digest = layer.path("digest").asText();
                if (layer.path("mediaType").asText().equals(MODEL_LAYER) && digest.startsWith("sha256:")) {
                    return Sha256.parse(digest.substring("sha256:".length()));
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException _) {
            // not a manifest
            return Optional.empty();
        }
    }

    /** {@code qwen3-4b} for {@code .../library/qwen3/4b}; a colon would read like a quantisation here. */
    private static String title(Path manifest) {
        return FolderPlace.name(manifest.resolveSibling("")) + "-" + FolderPlace.name(manifest);
    }
}
