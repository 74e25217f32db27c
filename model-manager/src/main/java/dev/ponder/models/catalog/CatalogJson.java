package dev.ponder.models.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ponder.downloads.PieceHashes;
import dev.ponder.downloads.Sha256;
import dev.ponder.gguf.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the catalog's file, which {@code catalog.schema.json} describes and a test compares with it. */
final class CatalogJson {

    private static final long GIGABYTE = 1_000_000_000;

    private CatalogJson() {}

    static Catalog read(InputStream in) throws IOException {
        var json = new ObjectMapper().readTree(in);
        return new Catalog(
                list(json.path("models"), CatalogJson::model), list(json.path("quantisations"), CatalogJson::note));
    }

    private static QuantisationNote note(JsonNode json) {
        return new QuantisationNote(
                text(json, "label"),
                json.required("bitsPerWeight").doubleValue(),
                QualityCost.valueOf(text(json, "cost")),
                text(json, "inWords"));
    }

    private static CatalogModel model(JsonNode json) {
        var needs = json.path("needsGigabytes");
        var stretched = json.path("stretchedContext");
        return new CatalogModel(
                text(json, "id"),
                text(json, "name"),
                ModelMode.valueOf(text(json, "mode")),
                text(json, "licence"),
                text(json, "goodFor"),
                new CatalogModel.Size(
                        json.required("parameters").longValue(),
                        json.required("activeParameters").longValue()),
                json.required("context").intValue(),
                stretched.isNumber() ? Optional.of(stretched.intValue()) : Optional.empty(),
                json.has("architecture") ? Optional.of(shape(json.path("architecture"))) : Optional.empty(),
                needs.isNumber() ? OptionalLong.of(needs.longValue() * GIGABYTE) : OptionalLong.empty(),
                list(json.path("files"), CatalogJson::file));
    }

    private static CatalogModel.Shape shape(JsonNode json) {
        int layers = number(json, "layers");
        int context = number(json, "contextLength");
        int head = number(json, "headWidth");
        var architecture = new Architecture(
                text(json, "name"),
                layers,
                context,
                number(json, "width"),
                Collections.nCopies(layers, number(json, "feedForward")),
                new Architecture.Attention(
                        Collections.nCopies(layers, number(json, "heads")),
                        Collections.nCopies(layers, number(json, "kvHeads")),
                        head,
                        head),
                new Architecture.Rope(number(json, "ropeBase"), "none", 1, context),
                experts(json),
                json.required("tied").booleanValue(),
                true);
        return new CatalogModel.Shape(architecture, number(json, "vocabulary"));
    }

    private static Architecture.@Nullable Experts experts(JsonNode json) {
        return json.has("experts")
                ? new Architecture.Experts(
                        number(json, "experts"), number(json, "expertsUsed"), number(json, "expertFeedForward"))
                : null;
    }

    private static CatalogFile file(JsonNode json) {
        return new CatalogFile(
                text(json, "quantisation"),
                text(json, "repository"),
                optional(json.path("revision")),
                optional(json.path("modelScope")),
                HashConfidence.valueOf(text(json, "confidence")),
                optional(json.path("note")),
                list(json.path("parts"), CatalogJson::part));
    }

    private static CatalogPart part(JsonNode json) {
        var pieces = json.path("pieces");
        return new CatalogPart(
                text(json, "path"),
                json.required("bytes").longValue(),
                optional(json.path("sha256")).map(Sha256::new),
                pieces.isObject() ? Optional.of(pieces(pieces)) : Optional.empty());
    }

    private static PieceHashes pieces(JsonNode json) {
        return new PieceHashes(
                json.required("bytes").longValue(), list(json.path("sha256"), hash -> new Sha256(hash.textValue())));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        var items = new ArrayList<T>();
        array.forEach(node -> items.add(item.apply(node)));
        return items;
    }

    private static String text(JsonNode json, String key) {
        return json.required(key).textValue();
    }

    private static int number(JsonNode json, String key) {
        return json.required(key).intValue();
    }

    private static Optional<String> optional(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }
}
