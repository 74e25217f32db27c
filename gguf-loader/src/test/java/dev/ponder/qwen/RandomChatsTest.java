package dev.ponder.qwen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 400 random chats against the output of the real template texts, which src/test/scripts/render_random_chats.py
 * rendered and hashed.
 */
class RandomChatsTest {

    private static final List<JsonNode> CHATS = chats();

    @ParameterizedTest
    @CsvSource({
        "hybrid-v1, HYBRID_V1, 343",
        "hybrid-v2, HYBRID_V2, 400",
        "thinking-2507, THINKING_2507, 400",
        "instruct-2507, INSTRUCT_2507, 400",
        "demo, DEMO, 400"
    })
    void rendersWhatTheRealTemplateRenders(String template, TemplateKind kind, int atLeast) throws Exception {
        int compared = 0;
        for (var chat : CHATS) {
            var expected = chat.get("sha256").get(template);
            if (expected != null) {
                var rendered = ChatTemplate.of(kind)
                        .render(ChatJson.input(chat.get("input")))
                        .rendered();
                assertEquals(expected.asText(), hash(rendered), () -> chat.get("input") + "\ngave\n" + rendered);
                compared++;
            }
        }
        assertTrue(compared >= atLeast, "compared only " + compared);
    }

    @Test
    void leavesNoAddedTokenInARunOfText() {
        for (var chat : CHATS) {
            var prompt = ChatTemplate.of(TemplateKind.HYBRID_V2).render(ChatJson.input(chat.get("input")));
            for (var part : prompt.parts()) {
                if (part instanceof Prompt.Text(var text)) {
                    assertTrue(AddedTokens.TEXTS.stream().noneMatch(text::contains), () -> "a token in: " + text);
                }
            }
        }
    }

    private static String hash(String text) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
    }

    private static List<JsonNode> chats() {
        try (var in = RandomChatsTest.class.getResourceAsStream("random-chats.jsonl")) {
            // not String.lines(): the chats hold other line separators on purpose
            return Arrays.stream(new String(in.readAllBytes(), UTF_8).split("\n"))
                    .map(ChatJson::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
