package dev.ponder.downloads.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ponder.downloads.Hub;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, addresses and hosts as texts. */
class HeadersTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void readsPartsOfFiles() {
        assertEquals(Optional.of(new ContentRange(5, 10, OptionalLong.of(20))), ContentRange.parse("bytes 5-9/20"));
        assertEquals(Optional.of(new ContentRange(0, 1, OptionalLong.empty())), ContentRange.parse("bytes 0-0/*"));
        assertEquals(OptionalLong.of(20), ContentRange.totalOfUnsatisfied("bytes */20"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes 5-4/20",
                "bytes 5-20/20",
                "bytes -5/20",
                "bytes 5-/20",
                "items 1-2/3",
                "bytes 1-99999999999999999999/3",
                "bytes 5-9"
            })
    void refusesPartsThatAreNone(String text) {
        assertEquals(Optional.empty(), ContentRange.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "17,17",
        "0,0",
        "'Fri, 01 May 2026 12:01:00 GMT',60",
        "'Fri, 01 May 2026 11:00:00 GMT',-1",
        "soon,-1",
        "-5,-1",
        "99999999999,-1"
    })
    void readsHowLongToWait(String text, long seconds) {
        var expected = seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
        assertEquals(expected, Pauses.retryAfter(text, NOON));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "resolvers";r=0;t=123                | 124
            "api";r=0; t=5, "resolvers";r=9;t=1  | 6
            "resolvers";r=17;t=123               | -1
            "resolvers"                          | -1
            "resolvers";t=3                      | 4
            """)
    void readsTheLimitOfHuggingFace(String text, long seconds) {
        var expected = seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
        assertEquals(expected, Pauses.rateLimit(text));
    }

    @Test
    void makesTheAddressesThatHubsDocument() {
        var addresses = new HubAddresses(Endpoints.PUBLIC);
        assertEquals(
                URI.create("https://huggingface.co/Qwen/Qwen3-8B-GGUF/resolve/main/Q4/a%20b%2Bc%C3%A4.gguf"),
                addresses.file(Source.huggingFace("Qwen/Qwen3-8B-GGUF", "main", "Q4/a b+cä.gguf")));
        assertEquals(
                URI.create("https://huggingface.co/o/r/resolve/refs%2Fpr%2F1/f.gguf"),
                addresses.file(Source.huggingFace("o/r", "refs/pr/1", "f.gguf")));
        assertEquals(
                URI.create("https://modelscope.cn/models/o/r/resolve/master/f.gguf"),
                addresses.file(Source.modelScope("o/r", "master", "f.gguf")));
        assertEquals(
                URI.create("https://huggingface.co/api/models/o/r/tree/main?recursive=true"),
                addresses.listing(Repository.latest(Hub.HUGGING_FACE, "o/r")));
        assertEquals(
                URI.create("https://modelscope.cn/api/v1/models/o/r/repo/files?Recursive=true&Revision=master"),
                addresses.listing(Repository.latest(Hub.MODEL_SCOPE, "o/r")));
        assertEquals(
                URI.create("https://mirror.example.org/hf/o/r/resolve/main/f.gguf"),
                addresses.file(new Source.InRepository(
                        new Repository(new Hub.Mirror(URI.create("https://mirror.example.org/hf/")), "o/r", "main"),
                        "f.gguf")));
    }

    @Test
    void theEnvironmentNamesOtherHosts() {
        var endpoints = Endpoints.of(Map.of("PONDER_HF_ENDPOINT", "http://127.0.0.1:8080/ "));
        assertEquals(URI.create("http://127.0.0.1:8080"), endpoints.huggingFace());
        assertEquals(URI.create("https://modelscope.cn"), endpoints.modelScope());
        var why = assertThrows(
                IllegalArgumentException.class, () -> Endpoints.of(Map.of("PONDER_MODELSCOPE_ENDPOINT", "nonsense")));
        assertEquals(
                "PONDER_MODELSCOPE_ENDPOINT is “nonsense”, which is no address. Give one such as https://example.org.",
                why.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/x,true",
        "http://127.3.4.5:80/x,true",
        "http://localhost:9/x,true",
        "http://LOCALHOST/x,true",
        "http://[::1]:9/x,true",
        "http://127.0.0.1.example.org/x,false",
        "http://localhost.example.org/x,false",
        "http://10.0.0.1/x,false",
        "http://0.0.0.0/x,false"
    })
    void knowsThisComputer(String address, boolean isLoopback) {
        assertEquals(isLoopback, Hosts.isLoopback(URI.create(address)));
    }
}
