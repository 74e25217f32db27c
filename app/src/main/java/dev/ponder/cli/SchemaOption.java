package dev.ponder.cli;

import dev.ponder.chat.AnswerSchema;
import dev.ponder.schema.SchemaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The schema that answers are held to. */
final class SchemaOption {

    @Option(
            names = "--json-schema",
            paramLabel = "FILE",
            description =
                    "Hold every answer to the JSON Schema in a file; the thought stays free. docs/guide.md says what"
                            + " of JSON Schema is understood.")
    @Nullable String file;

    /**
     * Reads the schema.
     *
     * @return null where none was asked for
     */
    @Nullable AnswerSchema schema() throws CliException {
        if (file == null) {
            return null;
        }
        try (var in = Files.newInputStream(Path.of(file))) {
            // a character takes up to four bytes, and one more shows that it is too long
            var bytes = in.readNBytes(4 * AnswerSchema.LONGEST + 1);
            return AnswerSchema.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (SchemaException refused) {
            throw CliException.badInput("bad-schema", refused.sentence(), refused);
        } catch (IOException | InvalidPathException failure) {
            throw ChatInputReader.unreadable(file, failure);
        }
    }
}
