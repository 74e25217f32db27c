package dev.ponder.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.ponder.gguf.ModelGenerator;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where llama.cpp puts experts. It has 128 of them in each of two layers here, and takes no memory for them. */
class PlacementTest {
    private static final Pattern OVERRIDDEN = Pattern.compile("tensor (\\S+) .* buffer type overridden to CPU");

    @TempDir
    Path folder;

    private Llama llama;

    @BeforeEach
    void open() throws NativesException {
        llama = Llama.open(Path.of(System.getProperty("ponder.natives")));
        llama.loadBackends(false);
    }

    @Test
    void theExpertsOfTheFirstLayersStayInMainMemory() throws Exception {
        assertEquals(
                Set.of("blk.0.ffn_down_exps.weight", "blk.0.ffn_gate_exps.weight", "blk.0.ffn_up_exps.weight"),
                overriddenWith(1));
    }

    @Test
    void moreLayersThanThereAreMeanAll() throws Exception {
        var all = overriddenWith(Integer.MAX_VALUE);

        assertEquals(6, all.size(), all.toString());
    }

    @Test
    void nothingIsOverriddenWhereNobodyAsks() throws Exception {
        assertEquals(Set.of(), overriddenWith(0));
    }

    private Set<String> overriddenWith(int expertLayers) throws Exception {
        var file = folder.resolve("moe-" + expertLayers + ".gguf");
        ModelGenerator.tinyMoe(file);
        var placement = new Placement(-1, expertLayers, Placement.Content.SIZES);
        try (var model = LlamaModel.load(llama, file, placement, _ -> true)) {
            assertNotNull(model, () -> String.join("\n", llama.log().errors()));
        }
        return overriddenIn(linesOfTheLastLoad());
    }

    /** The log is the process's: lines of other tests stand in it too. */
    private List<String> linesOfTheLastLoad() {
        var lines = llama.log().lines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).contains("loading model tensors")) {
                return lines.subList(i, lines.size());
            }
        }
        throw new AssertionError("llama.cpp did not log the load");
    }

    private static Set<String> overriddenIn(List<String> lines) {
        var names = new TreeSet<String>();
        for (var line : lines) {
            var match = OVERRIDDEN.matcher(line);
            if (match.find()) {
                names.add(match.group(1));
            }
        }
        return names;
    }
}
