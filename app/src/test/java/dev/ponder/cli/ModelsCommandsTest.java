package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.gguf.ModelGenerator;
import dev.ponder.models.fit.Bandwidth;
import dev.ponder.models.fit.MachineSpeed;
import dev.ponder.models.fit.SpeedBookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need no network, on a made-up computer of 8 GiB of which 3 are free. */
class ModelsCommandsTest {

    @TempDir
    private Path folder;

    private Path model;
    private CommandRun command;

    @BeforeEach
    void createModel() throws IOException {
        model = folder.resolve("tiny.gguf");
        ModelGenerator.tiny(model);
        Files.createDirectory(folder.resolve("data"));
        command = run();
    }

    private CommandRun run() {
        return CommandRun.of(new FakeEngine()).data(folder.resolve("data"));
    }

    @Test
    void searchesTheCatalogWithoutTheNetwork() {
        assertEquals(0, command.run("models", "search", "30b", "coder"));

        assertTrue(command.out().startsWith("Qwen3-Coder-30B-A3B-Instruct: "), command.out());
        assertTrue(command.out().contains("  qwen3-coder-30b-a3b-instruct:Q4_K_M  18.56 GB, The usual compromise"));
        assertTrue(command.out().contains("3.4B of 30.5B"), command.out());
        assertFalse(Files.exists(folder.resolve("data").resolve("connections.jsonl")));
    }

    @Test
    void theLargestIsListedHonestly() {
        assertEquals(0, command.run("models", "search", "235b"));

        assertTrue(command.out().contains(" 140.00 GB of memory"), command.out());
    }

    @Test
    void theCatalogAsJsonNamesEveryFile() throws JsonProcessingException {
        assertEquals(0, command.run("models", "search", "qwen3-4b", "--json"));

        var first = Json.MAPPER.readTree(command.out()).at("/models/0/files/0");
        assertEquals("qwen3-4b:Q4_K_M", first.path("id").textValue());
        assertEquals(2_497_280_256L, first.path("bytes").longValue());
        assertEquals(
                "7485fe6f11af29433bc51cab58009521f205840f5b4ae3a32fa7f92e8534fdf5",
                first.path("sha256").textValue());
    }

    @Test
    void anImportedModelIsListedVerifiedAndRemoved() throws IOException {
        assertEquals(0, command.run("models", "import", model.toString()));
        var imported = folder.resolve("data").resolve("models").resolve("tiny.gguf");
        assertEquals(imported + "\n", command.out());
        assertTrue(Files.exists(model));

        var list = run();
        assertEquals(0, list.run("models"));
        assertTrue(list.out().contains("demo  10 MB, comes with Ponder\n"), list.out());
        assertTrue(list.out().contains("tiny  0 MB, hash noted\n"), list.out());

        var verify = run();
        assertEquals(0, verify.run("models", "verify", "tiny"));
        assertEquals("tiny: good, as when it was first read\n", verify.out());

        var remove = run();
        assertEquals(0, remove.run("models", "remove", "tiny"));
        assertEquals("tiny is in the bin.\n", remove.out());
        assertFalse(Files.exists(imported));
        assertTrue(Files.exists(folder.resolve("data").resolve("home").resolve(".local/share/Trash/files/tiny.gguf")));
    }

    @Test
    void aModelInPlaceIsForgottenOnRemoval() {
        assertEquals(0, command.run("models", "import", "--in-place", model.toString()));
        var prompt = run();
        assertEquals(0, prompt.run("models", "list", "--json"));
        assertTrue(prompt.out().contains("\"origin\":\"elsewhere\""), prompt.out());

        var remove = run();
        assertEquals(0, remove.run("models", "remove", "tiny"));
        assertTrue(remove.out().contains("is forgotten"), remove.out());
        assertTrue(Files.exists(model));
    }

    @Test
    void aChangedModelIsToldByTheExitCode() throws IOException {
        assertEquals(0, command.run("models", "import", model.toString()));
        var imported = folder.resolve("data").resolve("models").resolve("tiny.gguf");
        var bytes = Files.readAllBytes(imported);
        bytes[bytes.length - 1] ^= 1;
        Files.write(imported, bytes);

        var verify = run();
        assertEquals(1, verify.run("models", "verify", "--json"));

        var results = json(verify.lines());
        assertEquals(
                List.of("demo", "tiny"),
                results.stream().map(line -> line.path("id").asText()).toList());
        assertEquals("changed", results.getLast().path("result").asText());
    }

    @Test
    void theDemoModelCannotBeRemoved() {
        assertEquals(1, command.run("models", "remove", "demo"));

        assertEquals("The demo model belongs to Ponder and cannot be removed.\n", command.err());
        assertTrue(Files.exists(CommandRun.DEMO));
    }

    @Test
    void anUnknownModelIsBadInput() {
        assertEquals(2, command.run("models", "remove", "nothing"));
        assertTrue(command.err().contains("ponder models list"), command.err());

        var quant = run();
        assertEquals(2, quant.run("models", "pull", "qwen3-4b:Q2_K"));
        assertEquals("Qwen3-4B is in the catalog as Q4_K_M, Q5_0, Q5_K_M, Q6_K, Q8_0 only.\n", quant.err());

        var large = run();
        assertEquals(2, large.run("models", "pull", "qwen3-235b-a22b"));
        assertTrue(large.err().contains("140.00 GB"), large.err());
    }

    @Test
    void fitShowsTheArithmetic() {
        assertEquals(0, command.run("models", "fit", "qwen3-0.6b:Q8_0", "--ctx", "4096"));

        assertTrue(command.out().contains("Fit      fits in memory\n"), command.out());
        assertTrue(command.out().contains("  KV cache           448.00 MiB\n"), command.out());
        assertTrue(command.out().contains("  compute buffers    30.59 MiB\n"), command.out());
        assertTrue(command.out().contains("  free for a model   2560.00 MiB\n"), command.out());
    }

    @Test
    void fitIsExactForAFileThatIsHere() {
        assertEquals(0, command.run("models", "fit", "demo", "--ctx", "4096"));

        assertTrue(command.out().contains("Figures  from the file\n"), command.out());
        assertTrue(command.out().contains("  weights            9.06 MiB\n"), command.out());
    }

    @Test
    void fitOfAllSaysWhatDoesNotFit() throws JsonProcessingException {
        assertEquals(0, command.run("models", "fit", "--json"));

        var fits = json(command.lines());
        assertEquals("demo", fits.getFirst().path("id").asText());
        var largest = fits.stream()
                .filter(line -> line.path("id").asText().equals("qwen3-32b:Q8_0"))
                .findFirst()
                .orElseThrow();
        assertEquals("does-not-fit", largest.at("/fit/label").asText());
        assertTrue(largest.at("/fit/missingBytes").longValue() > 30L << 30);
    }

    @Test
    void recommendsByWhatTheProbeFound() throws IOException {
        SpeedBookFile.open(folder.resolve("data").resolve("speed.json"))
                .update(book -> book.withProbe(
                        new MachineSpeed(new Bandwidth(20e9, Bandwidth.Basis.PROBED), Optional.empty())));

        assertEquals(0, command.run("models", "recommend"));

        assertTrue(command.out().startsWith("For this computer: Qwen3-1.7B Q4_K_M\n"), command.out());
        assertTrue(command.out().contains("estimated from the speed probe"), command.out());
        assertTrue(command.out().contains("ponder models pull qwen3-1.7b:Q4_K_M"), command.out());
    }

    @Test
    void withoutAProbeItSaysThatItGuesses() {
        assertEquals(0, command.run("models", "recommend", "--no-probe"));

        assertTrue(command.out().contains(", guessed\n"), command.out());
    }

    @Test
    void modelsOfOtherProgramsAreShownOnRequest() throws IOException {
        var place = folder.resolve("data/home/.lmstudio/models/o/r/other.gguf");
        Files.createDirectories(place.getParent());
        Files.copy(model, place);

        assertEquals(0, command.run("models", "list", "--others"));

        assertTrue(command.out().contains(place + "  0 MB, other, LM Studio\n"), command.out());
    }

    private static List<JsonNode> json(List<String> lines) throws JsonProcessingException {
        var all = new ArrayList<JsonNode>();
        for (var line : lines) {
            all.add(Json.MAPPER.readTree(line));
        }
        return all;
    }
}
