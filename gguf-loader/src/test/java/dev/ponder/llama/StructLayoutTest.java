package dev.ponder.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.PaddingLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the struct layouts with what a C compiler makes of the pinned release's own headers. */
class StructLayoutTest {
    private static final Path HEADERS = Path.of(System.getProperty("ponder.llama.headers", "no headers"));

    @TempDir
    Path folder;

    @Test
    void everyStructHasTheSizeAndOffsetsOfTheHeader() throws Exception {
        var expected = new LinkedHashMap<String, Long>();
        var program =
                new StringBuilder("#include <stdio.h>\n#include <stddef.h>\n#include \"llama.h\"\nint main(void) {\n");
        for (var struct : CStruct.ALL) {
            expected.put(struct.name(), struct.layout().byteSize());
            program.append(line(struct.name(), "sizeof(struct " + struct.name() + ")"));
            for (var field : fields(struct)) {
                var key = struct.name() + "." + field;
                expected.put(key, struct.offset(field));
                program.append(line(key, "offsetof(struct " + struct.name() + ", " + field + ")"));
            }
        }
        assertEquals(expected, compileAndRun(program.append("return 0;\n}\n").toString()));
    }

    @Test
    void noStructHoldsATypeWhoseSizeDependsOnTheSystem() throws IOException {
        var header = Files.readString(HEADERS.resolve("include/llama.h"));
        for (var struct : CStruct.ALL) {
            var body = Pattern.compile("struct " + struct.name() + " \\{(.*?)\\n    \\}", Pattern.DOTALL)
                    .matcher(header);
            assertTrue(body.find(), struct.name());
            var code = body.group(1).replaceAll("//[^\n]*", "");
            assertFalse(
                    Pattern.compile("\\blong\\b|\\bwchar_t\\b|:\\s*\\d")
                            .matcher(code)
                            .find(),
                    code);
        }
    }

    @Test
    void everyFieldOfTheHeaderIsNamed() throws IOException {
        var header = Files.readString(HEADERS.resolve("include/llama.h"));
        for (var struct : CStruct.ALL) {
            var body = Pattern.compile("struct " + struct.name() + " \\{(.*?)\\n    \\}", Pattern.DOTALL)
                    .matcher(header);
            assertTrue(body.find(), struct.name());
            var names = new ArrayList<String>();
            for (var statement : body.group(1).replaceAll("//[^\n]*", "").split(";")) {
                var name = Pattern.compile("(\\w+)\\s*$").matcher(statement.strip());
                if (name.find()) {
                    names.add(name.group(1));
                }
            }
            assertEquals(names, fields(struct), struct.name());
        }
    }

    private static String line(String key, String expression) {
        return "printf(\"" + key + " %zu\\n\", " + expression + ");\n";
    }

    private static List<String> fields(CStruct struct) {
        return struct.layout().memberLayouts().stream()
                .filter(layout -> !(layout instanceof PaddingLayout))
                .map(MemoryLayout::name)
                .map(name -> name.orElseThrow())
                .toList();
    }

    private Map<String, Long> compileAndRun(String program) throws IOException, InterruptedException {
        assertTrue(
                Files.isRegularFile(HEADERS.resolve("include/llama.h")),
                "llama.cpp's headers are not at " + HEADERS + "; the build fetches them before the tests");
        var source = Files.writeString(folder.resolve("layout.c"), program);
        var binary = folder.resolve("layout");
        run(List.of(
                "gcc",
                "-I" + HEADERS.resolve("include"),
                "-I" + HEADERS.resolve("ggml/include"),
                source.toString(),
                "-o",
                binary.toString()));
        var figures = new LinkedHashMap<String, Long>();
        for (var line : run(List.of(binary.toString())).lines().toList()) {
            var words = line.split(" ");
            figures.put(words[0], Long.parseLong(words[1]));
        }
        return figures;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), String.join(" ", command) + "\n" + output);
        return output;
    }
}
