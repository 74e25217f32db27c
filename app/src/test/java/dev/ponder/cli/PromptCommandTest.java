package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptCommandTest {

    private final FakeEngine engine = new FakeEngine();
    private final CommandRun command = CommandRun.of(engine);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-user-default",
                "02-user-thinking-true",
                "03-user-thinking-false",
                "05-history-inline-think-stripped",
                "06-history-reasoning_content-dropped",
                "08-tools-without-system",
                "10-multi-step-tool-reasoning-kept",
                "13-soft-switch-no_think",
                "14-assistant-last-no-gen-prompt",
                "16-later-system-message",
                "19-thinking-2507-first-turn",
                "20-instruct-2507-multi-turn",
                "21-instruct-2507-history-think-kept",
                "23-trap-both-reasoning-field-and-inline-think"
            })
    void printsWhatTheRealTemplateRendersByteForByte(String name) throws IOException {
        var golden = golden(name);
        // as a program would hand it over: messages and tools only, the rest as options
        var input = golden.get("input").deepCopy();
        var arguments = new ArrayList<>(List.of("prompt", "--messages", "-", "--template", template(golden)));
        if (input.has("enable_thinking")) {
            arguments.add(input.get("enable_thinking").booleanValue() ? "--think" : "--no-think");
        }
        if (!input.path("add_generation_prompt").booleanValue()) {
            arguments.add("--no-generation-prompt");
        }
        var chat = Json.object();
        chat.set("messages", input.get("messages"));
        if (input.has("tools")) {
            chat.set("tools", input.get("tools"));
        }
        assertEquals(0, command.typing(chat.toString()).run(arguments.toArray(String[]::new)), command.err());
        assertArrayEquals(
                golden.get("expected").textValue().getBytes(StandardCharsets.UTF_8), command.outBytes(), command.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"03-user-thinking-false", "14-assistant-last-no-gen-prompt"})
    void theInputsOwnSwitchesCountWhereNoOptionDoes(String name) throws IOException {
        var golden = golden(name);
        command.typing(golden.get("input").toString()).run("prompt", "--messages", "-");
        assertEquals(golden.get("expected").textValue(), command.out());
    }

    @Test
    void anOptionWinsOverTheInput() {
        var input = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"enable_thinking\":false}";
        command.typing(input).run("prompt", "--messages", "-", "--think");
        assertTrue(command.out().endsWith("assistant\n"), command.out());
    }

    @Test
    void printsIdsOfAModel() {
        var input = "[{\"role\":\"user\",\"content\":\"Hi\"}]";
        assertEquals(0, command.typing(input).run("prompt", "--messages", "-", "-m", "demo", "--tokens"));
        assertEquals("[1,2,6]\n", command.out());
        assertTrue(engine.loads.getFirst().vocabularyOnly());
    }

    @Test
    void idsNeedAModel() {
        assertEquals(2, command.typing("[]").run("prompt", "--messages", "-", "--tokens"));
        assertTrue(command.err().contains("add -m MODEL"), command.err());
    }

    @Test
    void anEmptyChatIsBadInput() {
        assertEquals(2, command.typing("{\"messages\":[]}").run("prompt", "--messages", "-"));
        assertTrue(command.err().contains("there are no messages"), command.err());
    }

    private static String template(JsonNode golden) {
        var name = golden.get("template").textValue();
        return name.startsWith("hybrid") ? "hybrid" : name;
    }

    private static JsonNode golden(String name) throws IOException {
        try (var in = PromptCommandTest.class.getResourceAsStream("/dev/ponder/qwen/golden/" + name + ".json")) {
            return Json.MAPPER.readTree(in);
        }
    }
}
