package dev.ponder.qwen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts that the real templates rendered, in two Jinja engines. */
class TemplateGoldenTest {

    private static final Map<String, TemplateKind> KINDS = Map.of(
            "hybrid-v1", TemplateKind.HYBRID_V1,
            "hybrid-v2", TemplateKind.HYBRID_V2,
            "thinking-2507", TemplateKind.THINKING_2507,
            "instruct-2507", TemplateKind.INSTRUCT_2507);

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
    void rendersWhatTheRealTemplateRenders(String name) {
        var golden = ChatJson.resource("golden/" + name + ".json");
        var input = ChatJson.input(golden.get("input"));

        templates(golden)
                .forEach(kind -> assertEquals(
                        golden.get("expected").asText(),
                        ChatTemplate.of(kind).render(input).rendered(),
                        () -> name + " on " + kind));
    }

    @ParameterizedTest
    @MethodSource("hybridKinds")
    void oneRuleServesEveryHybridTemplate(TemplateKind kind) {
        var golden = ChatJson.resource("golden/10-multi-step-tool-reasoning-kept.json");

        var prompt = ChatTemplate.of(kind).render(ChatJson.input(golden.get("input")));

        assertEquals(golden.get("expected").asText(), prompt.rendered());
    }

    static Stream<TemplateKind> hybridKinds() {
        return Stream.of(TemplateKind.HYBRID_V1, TemplateKind.HYBRID_V2, TemplateKind.DEMO);
    }

    private static Stream<TemplateKind> templates(JsonNode golden) {
        var others = StreamSupport.stream(golden.get("identicalOn").spliterator(), false)
                .map(JsonNode::asText);
        return Stream.concat(Stream.of(golden.get("template").asText()), others).map(KINDS::get);
    }
}
