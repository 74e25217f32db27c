package dev.ponder.downloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hf:Qwen/Qwen3-8B-GGUF/Qwen3-8B-Q4_K_M.gguf                              | hf:Qwen/Qwen3-8B-GGUF/Qwen3-8B-Q4_K_M.gguf@main
            hf:o/r/Q4/f.gguf@abc                                                    | hf:o/r/Q4/f.gguf@abc
            modelscope:o/r/f.gguf                                                   | modelscope:o/r/f.gguf@master
            https://huggingface.co/o/r/resolve/main/Q4/f.gguf?download=true         | hf:o/r/Q4/f.gguf@main
            https://huggingface.co/o/r/blob/main/f.gguf                             | hf:o/r/f.gguf@main
            https://www.modelscope.cn/models/o/r/resolve/master/f.gguf              | modelscope:o/r/f.gguf@master
            https://modelscope.cn/models/o/r/file/view/master/f.gguf                | modelscope:o/r/f.gguf@master
            https://mirror.example.org/o/r/resolve/main/f.gguf                      | https://mirror.example.org/o/r/resolve/main/f.gguf
            https://example.org/hf/o/r/resolve/main/a%20b.gguf                      | https://example.org/hf/o/r/resolve/main/a%20b.gguf
            https://example.org/files/f.gguf                                        | https://example.org/files/f.gguf
            http://127.0.0.1:8080/f.gguf                                            | http://127.0.0.1:8080/f.gguf
            """)
    void readsAndWritesWhatPeoplePaste(String typed, String written) {
        var source = Source.parse(typed).orElseThrow();
        assertEquals(written, source.toString());
        assertEquals(Optional.of(source), Source.parse(source.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "f.gguf",
                "hf:o/f.gguf",
                "hf:o/r/../f.gguf",
                "hf:../r/f.gguf",
                "hf:o/r/a//f.gguf",
                "ftp://x/f.gguf",
                "https://user@example.org/f",
                "https://example.org/f#x",
                "https:///f",
                "modelscope:o/r/f.gguf@../x"
            })
    void whatIsNoSourceIsNone(String typed) {
        assertEquals(Optional.empty(), Source.parse(typed));
    }

    @Test
    void knowsTheFilesName() {
        assertEquals("f.gguf", Source.huggingFace("o/r", "main", "a/f.gguf").fileName());
        assertEquals(
                "f.gguf",
                Source.parse("https://example.org/a/f.gguf?x=1").orElseThrow().fileName());
    }

    @Test
    void namesThatLeadElsewhereAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Source.huggingFace("o/r", "main", "a/../../f.gguf"));
        assertThrows(IllegalArgumentException.class, () -> Source.huggingFace("o/r/x", "main", "f.gguf"));
        assertThrows(IllegalArgumentException.class, () -> Source.huggingFace("o/..", "main", "f.gguf"));
    }
}
