package dev.ponder.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.downloads.Sha256;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** {@link LibraryBook} as JSON. */
final class LibraryJson {

    private LibraryJson() {}

    static ObjectNode write(LibraryBook.Content content) {
        var json = JsonNodeFactory.instance.objectNode();
        content.folder().ifPresent(folder -> json.put("folder", folder.toString()));
        var files = json.putArray("files");
        content.records().forEach((key, record) -> {
            var node = files.addObject()
                    .put("file", key)
                    .put("bytes", record.bytes())
                    .put("modified", record.modified().toString())
                    .put("sha256", record.sha256().hex())
                    .put("basis", record.basis().name())
                    .put("verified", record.verified().toString());
            record.source().ifPresent(source -> node.put("source", source));
            record.adoption()
                    .ifPresent(adoption -> node.putObject("adopted")
                            .put("owner", adoption.owner())
                            .put("name", adoption.name()));
        });
        return json;
    }

    static LibraryBook.Content read(JsonNode json) {
        var records = new LinkedHashMap<String, FileRecord>();
        for (var node : json.path("files")) {
            records.put(
                    node.required("file").asText(),
                    new FileRecord(
                            node.required("bytes").longValue(),
                            Instant.parse(node.required("modified").asText()),
                            new Sha256(node.required("sha256").asText()),
                            FileRecord.Basis.valueOf(node.required("basis").asText()),
                            Instant.parse(node.required("verified").asText()),
                            Optional.ofNullable(node.path("source").textValue()),
                            adoption(node.path("adopted"))));
        }
        var folder = Optional.ofNullable(json.path("folder").textValue()).map(Path::of);
        return new LibraryBook.Content(folder, records);
    }

    private static Optional<FileRecord.Adoption> adoption(JsonNode json) {
        return json.isObject()
                ? Optional.of(new FileRecord.Adoption(
                        json.required("owner").asText(), json.required("name").asText()))
                : Optional.empty();
    }
}
