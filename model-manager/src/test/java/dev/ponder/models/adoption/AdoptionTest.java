package dev.ponder.models.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.Sha256;
import dev.ponder.gguf.ModelGenerator;
import dev.ponder.models.FileRecord;
import dev.ponder.models.HashProgress;
import dev.ponder.models.InstalledModel;
import dev.ponder.models.LibraryException;
import dev.ponder.models.ModelAdoption;
import dev.ponder.models.ModelLibrary;
import dev.ponder.models.ModelRemoval;
import dev.ponder.models.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Made-up homes of LM Studio, Ollama, Jan and Hugging Face's library, with real, small model files in them. */
class AdoptionTest {

    @TempDir
    private Path home;

    private ModelLibrary library;
    private Path model;
    private Sha256 hash;

    @BeforeEach
    void createModel() throws IOException {
        library = new ModelLibrary(Files.createDirectory(home.resolve("models")), null);
        model = home.resolve("tiny.bin");
        ModelGenerator.tiny(model);
        hash = hashOf(model);
    }

    @Test
    void findsAModelOfLmStudio() throws Exception {
        var file = put(".lmstudio/models/lmstudio-community/Qwen3-4B-GGUF/Qwen3-4B-Q4_K_M.gguf");

        var found = search(Map.of());

        assertEquals(1, found.size());
        assertEquals("LM Studio", found.getFirst().owner());
        assertEquals("Qwen3-4B-Q4_K_M", found.getFirst().name());
        assertEquals(file, found.getFirst().file());
        assertTrue(found.getFirst().isQwen3());
    }

    @Test
    void followsLmStudiosPointerToItsHome() throws Exception {
        Files.writeString(home.resolve(".lmstudio-home-pointer"), home.resolve("elsewhere") + "\n");
        var file = put("elsewhere/models/o/r/m.gguf");

        assertEquals(List.of(file), files(search(Map.of())));
    }

    @Test
    void findsAModelOfOllamaByItsManifest() throws Exception {
        var blob = put(".ollama/models/blobs/sha256-" + hash);
        manifest(".ollama/models/manifests/registry.ollama.ai/library/qwen3/4b", hash.hex());

        var found = search(Map.of()).getFirst();

        assertEquals("Ollama", found.owner());
        assertEquals("qwen3-4b", found.name());
        assertEquals(blob, found.file());
        assertEquals(Optional.of(hash), found.claimed());
    }

    @Test
    void ollamasVariableNamesItsFolder() throws Exception {
        put("big disk/blobs/sha256-" + hash);
        manifest("big disk/manifests/registry.ollama.ai/library/qwen3/8b", hash.hex());

        var found = search(Map.of("OLLAMA_MODELS", home.resolve("big disk").toString()));

        assertEquals("qwen3-8b", found.getFirst().name());
    }

    /** A manifest is somebody else's text: a digest that is no hash leads nowhere. */
    @Test
    void aManifestCannotNameAnyOtherFile() throws Exception {
        put(".ollama/models/blobs/sha256-" + hash);
        manifest(".ollama/models/manifests/registry.ollama.ai/library/evil/1", "../../../tiny.bin");

        assertEquals(List.of(), search(Map.of()));
    }

    @Test
    void findsAModelOfJan() throws Exception {
        put(".local/share/Jan/data/llamacpp/models/Qwen3-4B-IQ4_XS/model.gguf");

        var found = search(Map.of()).getFirst();

        assertEquals("Jan", found.owner());
        assertEquals("Qwen3-4B-IQ4_XS", found.name());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void findsAModelOfHuggingFacesCacheOnceForAllSnapshots() throws Exception {
        var blob = put(".cache/huggingface/hub/models--Qwen--Qwen3-4B-GGUF/blobs/" + hash);
        link("models--Qwen--Qwen3-4B-GGUF/snapshots/aaa/Qwen3-4B-Q4_K_M.gguf", "../../blobs/" + hash);
        link("models--Qwen--Qwen3-4B-GGUF/snapshots/bbb/Qwen3-4B-Q4_K_M.gguf", "../../blobs/" + hash);

        var found = search(Map.of());

        assertEquals(1, found.size());
        assertEquals("Hugging Face", found.getFirst().owner());
        assertEquals("Qwen3-4B-Q4_K_M", found.getFirst().name());
        assertEquals(blob.toRealPath(), found.getFirst().file());
        assertEquals(Optional.of(hash), found.getFirst().claimed());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkOutOfTheCacheIsNotFollowed() throws Exception {
        link("models--o--r/snapshots/aaa/evil.gguf", model.toString());

        assertEquals(List.of(), search(Map.of()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInLmStudiosFolderIsNotFollowed() throws Exception {
        var place = home.resolve(".lmstudio/models/o/r");
        Files.createDirectories(place);
        Files.createSymbolicLink(place.resolve("m.gguf"), model);

        assertEquals(List.of(), search(Map.of()));
    }

    @Test
    void unfinishedFilesAreLeftOut() throws Exception {
        var half = home.resolve(".lmstudio/models/o/r/m.gguf");
        Files.createDirectories(half.getParent());
        var all = Files.readAllBytes(model);
        Files.write(half, java.util.Arrays.copyOf(all, all.length / 2));

        assertEquals(List.of(), search(Map.of()));
    }

    @Test
    void anAdoptedModelIsUsedWhereItLiesAndNothingIsTouched() throws Exception {
        var blob = put(".ollama/models/blobs/sha256-" + hash);
        manifest(".ollama/models/manifests/registry.ollama.ai/library/qwen3/4b", hash.hex());
        var before = everythingIn(home);
        var found = search(Map.of()).getFirst();

        var id = adopt(found);

        assertEquals("qwen3-4b", id);
        assertEquals(blob, library.resolve("qwen3-4b"));
        assertEquals(
                new InstalledModel.Origin.Elsewhere("Ollama"),
                library.models().getFirst().origin());
        assertEquals(hash, library.record(blob).orElseThrow().sha256());
        assertEquals(
                FileRecord.Basis.COMPUTED, library.record(blob).orElseThrow().basis());
        assertEquals(before, everythingIn(home), "no file was made, changed or copied");
        assertEquals(List.of(), search(Map.of()), "it is offered once");
    }

    @Test
    void removingAnAdoptedModelForgetsItAndLeavesTheFile() throws Exception {
        put(".lmstudio/models/o/r/m.gguf");
        adopt(search(Map.of()).getFirst());
        var before = everythingIn(home);
        var removal = new ModelRemoval(library, _ -> {
            throw new IOException("nothing belongs into the bin here");
        });

        assertEquals(
                ModelRemoval.Outcome.FORGOTTEN, removal.remove(library.models().getFirst()));

        assertEquals(before, everythingIn(home));
        assertEquals(List.of(), library.models());
    }

    @Test
    void aBlobThatIsNotWhatItsNameSaysIsRefused() throws Exception {
        var other = new Sha256("12".repeat(32));
        put(".ollama/models/blobs/sha256-" + other);
        manifest(".ollama/models/manifests/registry.ollama.ai/library/qwen3/4b", other.hex());
        var found = search(Map.of()).getFirst();

        var refused = assertThrows(LibraryException.class, () -> adopt(found));

        assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
        assertEquals(List.of(), library.models());
    }

    @Test
    void anAdoptedModelThatItsProgramDeletedIsLost() throws Exception {
        var file = put(".lmstudio/models/o/r/m.gguf");
        adopt(search(Map.of()).getFirst());

        Files.delete(file);

        assertEquals(List.of(), library.models());
        assertEquals(List.of(file), library.lost());
    }

    private String adopt(Adoptable found) throws LibraryException {
        return new ModelAdoption(library, Catalog.bundled())
                .adopt(found.file(), found.owner(), found.name(), found.claimed(), HashProgress.SILENT);
    }

    private List<Adoptable> search(Map<String, String> environment) throws IOException {
        var found = new AdoptionSearch(environment, "Linux", home, library, Catalog.bundled()).run();
        assertEquals(List.of(), found.unreadable());
        return found.models();
    }

    private static List<Path> files(List<Adoptable> found) {
        return found.stream().map(Adoptable::file).toList();
    }

    private Path put(String place) throws IOException {
        var file = home.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.copy(model, file);
    }

    private void manifest(String place, String digest) throws IOException {
        var file = home.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"schemaVersion": 2, "config": {"digest": "sha256:%s"}, "layers": [
                  {"mediaType": "application/vnd.ollama.image.template", "digest": "sha256:%s", "size": 3},
                  {"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:%s", "size": 3}]}
                """.formatted("00".repeat(32), "11".repeat(32), digest));
    }

    private void link(String place, String target) throws IOException {
        var link = home.resolve(".cache/huggingface/hub").resolve(place);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    /** Every file with its length and time. */
    private static Map<String, String> everythingIn(Path folder) throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : new ArrayList<>(files.toList())) {
                all.put(
                        file.toString(),
                        Files.size(file) + " " + Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
            }
        }
        return all;
    }

    private static Sha256 hashOf(Path file) throws IOException {
        var digest = Sha256.digest();
        digest.update(Files.readAllBytes(file));
        return Sha256.of(digest);
    }
}
