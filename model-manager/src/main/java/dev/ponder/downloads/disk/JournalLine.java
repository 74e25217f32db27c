package dev.ponder.downloads.disk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.PieceHashes;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Records as lines of JSON, each with its CRC-32C in front, so that a line that was cut or lost is known by itself and costs
 * no other. docs/adr has the format.
 */
final class JournalLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHECK_DIGITS = 8;

    private JournalLine() {}

    static String of(JournalRecord record) {
        var body = body(record);
        return check(body) + " " + body + "\n";
    }

    /** The record of a line without its end; empty where the line is damaged. */
    static Optional<JournalRecord> parse(String line) {
        if (line.length() <= CHECK_DIGITS + 1
                || !check(line.substring(CHECK_DIGITS + 1)).equals(line.substring(0, CHECK_DIGITS))) {
            return Optional.empty();
        }
        try {
            return Optional.of(record(JSON.readTree(line.substring(CHECK_DIGITS + 1))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // its check is right, so a later Ponder wrote what this one does not know
            return Optional.empty();
        }
    }

    private static String check(String body) {
        var crc = new CRC32C();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    private static String body(JournalRecord record) {
        var node = JSON.createObjectNode();
        switch (record) {
            case JournalRecord.Facts(var facts) -> node.put("is", "file").setAll(facts(facts));
            case JournalRecord.Reserved(long bytes) ->
                node.put("is", "reserved").put("bytes", bytes);
            case JournalRecord.Written(var range, int crc) ->
                node.put("is", "written")
                        .put("start", range.start())
                        .put("end", range.end())
                        .put("crc", crc);
            case JournalRecord.Piece(int index, var sha256, var source) ->
                node.put("is", "piece")
                        .put("index", index)
                        .put("sha256", sha256.hex())
                        .put("source", source);
            case JournalRecord.Agreed(int index, var source) ->
                node.put("is", "agreed").put("index", index).put("source", source);
            case JournalRecord.Lost(var range) ->
                node.put("is", "lost").put("start", range.start()).put("end", range.end());
        }
        return node.toString();
    }

    private static ObjectNode facts(JournalFacts facts) {
        var node = JSON.createObjectNode()
                .put("format", Journal.FORMAT)
                .put("size", facts.size())
                .put("sha256", facts.sha256().hex())
                .put("pinned", facts.pinned())
                .put("pieceBytes", facts.pieceBytes());
        facts.pieces().ifPresent(pieces -> {
            var hashes = node.putArray("pieces");
            pieces.hashes().forEach(hash -> hashes.add(hash.hex()));
        });
        var sources = node.putArray("sources");
        facts.sources().forEach(source -> sources.add(source.toString()));
        return node;
    }

    private static JournalRecord record(JsonNode node) {
        return switch (node.required("is").asText()) {
            case "file" -> new JournalRecord.Facts(facts(node));
            case "reserved" -> new JournalRecord.Reserved(node.required("bytes").asLong());
            case "written" ->
                new JournalRecord.Written(range(node), node.required("crc").asInt());
            case "piece" ->
                new JournalRecord.Piece(
                        node.required("index").asInt(),
                        new Sha256(node.required("sha256").asText()),
                        node.required("source").asText());
            case "agreed" ->
                new JournalRecord.Agreed(
                        node.required("index").asInt(), node.required("source").asText());
            case "lost" -> new JournalRecord.Lost(range(node));
            default -> throw new IllegalArgumentException("unknown record");
        };
    }

    private static ByteRange range(JsonNode node) {
        return new ByteRange(
                node.required("start").asLong(), node.required("end").asLong());
    }

    private static JournalFacts facts(JsonNode node) {
        if (node.required("format").asInt() != Journal.FORMAT) {
            throw new IllegalArgumentException("another format");
        }
        long pieceBytes = node.required("pieceBytes").asLong();
        var hashes = new ArrayList<Sha256>();
        node.path("pieces").forEach(hash -> hashes.add(new Sha256(hash.asText())));
        List<Source> sources = new ArrayList<>();
        node.required("sources").forEach(text -> Source.parse(text.asText()).ifPresent(sources::add));
        return new JournalFacts(
                node.required("size").asLong(),
                new Sha256(node.required("sha256").asText()),
                node.required("pinned").asBoolean(),
                pieceBytes,
                hashes.isEmpty() ? Optional.empty() : Optional.of(new PieceHashes(pieceBytes, hashes)),
                sources);
    }
}
