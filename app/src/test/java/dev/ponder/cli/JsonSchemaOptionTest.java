package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ponder chat --json-schema}, through the engine process and the demo model. */
class JsonSchemaOptionTest {

    @TempDir
    private Path folder;

    private Path schema(String text) throws Exception {
        return Files.writeString(folder.resolve("schema.json"), text);
    }

    @Test
    void answersInTheFormAndThinksFreely() throws Exception {
        var file = schema("""
                {"type": "object", "properties": {"sum": {"type": "integer", "minimum": 0, "maximum": 9999}},
                 "required": ["sum"]}
                """);
        var run = CommandRun.installed(folder);

        assertEquals(
                0,
                run.run("chat", "--think-budget", "80", "--json-schema", file.toString(), "What is 345 + 678?"),
                run.err());

        assertTrue(run.out().matches("\\{\\s*\"sum\":\\s*\\d{1,4}\\s*}\n"), run.out());
        assertTrue(run.err().length() > 20, run.err());
    }

    @Test
    void refusesASchemaThatItDoesNotUnderstand() throws Exception {
        var run = CommandRun.installed(folder);
        var file = schema("{\"type\": \"string\", \"pattern\": \"a\"}");

        assertEquals(ExitCode.BAD_INPUT, run.run("chat", "--json-schema", file.toString(), "Hello"));

        assertTrue(run.err().contains("“pattern” is not supported"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void refusesAFileThatIsNotThere() {
        var run = CommandRun.installed(folder);

        assertEquals(ExitCode.BAD_INPUT, run.run("chat", "--json-schema", "nowhere.json", "Hello"));

        assertTrue(run.err().contains("nowhere.json"), run.err());
    }
}
