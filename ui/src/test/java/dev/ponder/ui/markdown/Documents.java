package dev.ponder.ui.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;

/** Documents to read: those made by hand, by name, and the examples of CommonMark's specification. */
public final class Documents {

    private Documents() {}

    /** Documents that show what models write and what goes wrong. */
    public static Map<String, String> byHand() {
        var documents = new LinkedHashMap<String, String>();
        try (InputStream in = Objects.requireNonNull(Documents.class.getResourceAsStream("documents.txt"))) {
            for (var part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ")) {
                if (!part.isEmpty()) {
                    int end = part.indexOf('\n');
                    documents.put(part.substring(0, end), part.substring(end + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    /** The specification's examples, in order. */
    public static List<Example> ofTheSpecification() {
        return ExampleReader.readExamples(Objects.requireNonNull(Documents.class.getResource("/spec.txt")));
    }
}
