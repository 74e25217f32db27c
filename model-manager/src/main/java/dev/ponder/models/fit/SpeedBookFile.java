package dev.ponder.models.fit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The {@link SpeedBook} of this computer in a small file. What it holds can be measured again, so a file that cannot be read
 * is as good as none. Safe for all threads.
 */
public final class SpeedBookFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private SpeedBook book;

    private SpeedBookFile(Path file, SpeedBook book) {
        this.file = file;
        this.book = book;
    }

    /**
     * Reads the file; a missing one means that nothing is known.
     *
     * @throws IOException if it is there and cannot be opened
     */
    public static SpeedBookFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new SpeedBookFile(file, SpeedBook.EMPTY);
        }
        try {
            return new SpeedBookFile(file, read(JSON.readTree(Files.readAllBytes(file))));
        } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException _) {
            return new SpeedBookFile(file, SpeedBook.EMPTY);
        }
    }

    /** What is known now. */
    public synchronized SpeedBook book() {
        return book;
    }

    /**
     * Changes what is known; it is in the file when this returns.
     *
     * @throws IOException if the file cannot be replaced; then nothing has changed
     */
    public synchronized void update(UnaryOperator<SpeedBook> change) throws IOException {
        var next = change.apply(book);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(write(next)));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        book = next;
    }

    private static ObjectNode write(SpeedBook book) {
        var json = JsonNodeFactory.instance.objectNode();
        book.probe().ifPresent(probe -> {
            var node = json.putObject("probe").put("main", probe.main().bytesPerSecond());
            probe.gpu().ifPresent(gpu -> node.put("gpu", gpu.bytesPerSecond()));
        });
        var replies = json.putArray("replies");
        for (var reply : book.replies()) {
            replies.addObject()
                    .put("model", reply.model())
                    .put("mainBytes", reply.cost().mainBytes())
                    .put("gpuBytes", reply.cost().gpuBytes())
                    .put("gpuLayers", reply.cost().gpuLayers())
                    .put("tokensPerSecond", reply.tokensPerSecond())
                    .put("replies", reply.replies());
        }
        return json;
    }

    private static SpeedBook read(JsonNode json) {
        var replies = new ArrayList<MeasuredSpeed>();
        for (var node : json.path("replies")) {
            var cost = new TokenCost(
                    node.required("mainBytes").doubleValue(),
                    node.required("gpuBytes").doubleValue(),
                    node.required("gpuLayers").intValue());
            replies.add(new MeasuredSpeed(
                    node.required("model").asText(),
                    cost,
                    node.required("tokensPerSecond").doubleValue(),
                    node.required("replies").intValue()));
        }
        return new SpeedBook(json.has("probe") ? Optional.of(probe(json.path("probe"))) : Optional.empty(), replies);
    }

    private static MachineSpeed probe(JsonNode json) {
        return new MachineSpeed(
                bandwidth(json.required("main")),
                json.has("gpu") ? Optional.of(bandwidth(json.path("gpu"))) : Optional.empty());
    }

    private static Bandwidth bandwidth(JsonNode node) {
        return new Bandwidth(node.doubleValue(), Bandwidth.Basis.PROBED);
    }
}
