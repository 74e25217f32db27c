package dev.ponder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.ponder.engine.AnswerGrammar;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.LocalEngine;
import dev.ponder.engine.NativesFolder;
import dev.ponder.engine.Sampling;
import dev.ponder.engine.ThinkingLimit;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.PromptInput;
import dev.ponder.qwen.ReplySoFar;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.qwen.ThinkingMode;
import dev.ponder.schema.SchemaException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers by a schema, drawn wildly from the demo model, against a validator that is not ours. */
class SchemaAnswersTest {

    private static final int ANSWERS = "acceptance".equals(System.getProperty("ponder.counts")) ? 100 : 10;
    private static final ChatTemplate TEMPLATE = ChatTemplate.of(TemplateKind.DEMO);
    private static final String QUESTION = "Tell me about a dog named Rex who is 7.";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** Each ends after a bounded number of tokens, so that every answer can come to its end. */
    private static final List<String> SCHEMAS = List.of("""
            {"type": "object", "title": "Dog", "additionalProperties": false, "required": ["name", "age", "good"],
             "properties": {"name": {"type": "string", "minLength": 1, "maxLength": 24}, "good": {"type": "boolean"},
                            "age": {"type": "integer", "minimum": 0, "maximum": 30}}}
            """, """
            {"type": "array", "minItems": 2, "maxItems": 5, "items": {"type": "string", "maxLength": 12}}
            """, """
            {"type": "object", "properties": {"a": {"type": "number"}, "b": {"type": "null"}, "c": {"type": "number",
             "minimum": 0}, "d": {"enum": ["red", "green", 3, null, {"x": [1, "y"]}]}}, "required": ["c"]}
            """, """
            {"anyOf": [{"type": "integer", "minimum": -250, "exclusiveMaximum": 1200}, {"const": "none \\"at all\\""}]}
            """, """
            {"oneOf": [{"$ref": "#/$defs/cat"}, {"$ref": "#/$defs/dog"}], "$defs": {
             "cat": {"type": "object", "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer",
                     "minimum": 1, "maximum": 9}}, "required": ["kind", "lives"], "additionalProperties": false},
             "dog": {"type": "object", "properties": {"kind": {"const": "dog"}, "tricks": {"type": "array",
                     "maxItems": 3, "items": {"enum": ["sit", "roll", "喵", "é"]}}}, "required": ["kind", "tricks"]}}}
            """, """
            {"type": "array", "maxItems": 2, "items": {"$ref": "#/definitions/pair"}, "definitions": {"pair": {
             "type": "object", "properties": {"left": {"type": ["string", "null"], "maxLength": 8},
             "right": {"type": "array", "items": {"type": "boolean"}, "minItems": 1, "maxItems": 3}},
             "required": ["left", "right"], "additionalProperties": false}}}
            """, """
            {"type": "object", "required": ["first \\"quoted\\" name", "\\u00fcber\\\\"], "properties": {
             "first \\"quoted\\" name": {"type": "integer", "exclusiveMinimum": 99, "maximum": 12345},
             "\\u00fcber\\\\": {"type": "string", "maxLength": 5}}}
            """, """
            {"type": "boolean"}
            """, """
            {"type": "object", "required": ["tree"], "properties": {"tree": {"type": "object", "required": ["leaf"],
             "properties": {"leaf": {"type": "string", "maxLength": 6}, "twig": {"type": "object",
             "properties": {"n": {"type": "integer", "minimum": 5, "maximum": 5}}, "additionalProperties": false}}}}}
            """, """
            {"type": "object", "additionalProperties": false, "properties": {"x": {"type": "integer", "maximum": -7},
             "y": {"type": "string", "minLength": 3, "maxLength": 3}, "z": {"type": "array", "maxItems": 0}}}
            """);

    private static LocalEngine engine;

    @BeforeAll
    static void load() throws Exception {
        engine = new LocalEngine(NativesFolder.locate());
        engine.load(
                LoadRequest.of(Path.of(System.getProperty("ponder.demo.model")))
                        .withGpuLayers(0)
                        .withContextSize(2_048),
                LoadObserver.NONE);
    }

    @AfterAll
    static void unload() {
        engine.close();
    }

    private record Heard(String thought, String answer, StopReason reason) {}

    @Test
    void everyAnswerIsValid() throws Exception {
        for (int i = 0; i < ANSWERS; i++) {
            var schema = AnswerSchema.parse(SCHEMAS.get(i % SCHEMAS.size()));
            var mode = i % 2 == i / SCHEMAS.size() % 2 ? ThinkingMode.ON : ThinkingMode.OFF;

            var heard = hear(request(schema, mode, 1).withGrammar(AnswerGrammar.of(schema.grammar())));

            assertEquals(StopReason.STOP, heard.reason(), heard.answer());
            assertEquals(mode == ThinkingMode.OFF, heard.thought().isEmpty());
            assertValid(schema, heard.answer());
        }
    }

    @Test
    void withoutTheGrammarTheModelWouldWriteSomethingElse() throws Exception {
        var schema = AnswerSchema.parse(SCHEMAS.getFirst());

        var heard = hear(request(schema, ThinkingMode.OFF, 0));

        assertFalse(heard.answer().startsWith("{"), heard.answer());
    }

    @Test
    void anAnswerThatWasCutOffGoesOnWhereItStandsInTheForm() throws Exception {
        var schema = AnswerSchema.parse(SCHEMAS.getFirst());
        var whole = hear(request(schema, ThinkingMode.OFF, 0).withGrammar(AnswerGrammar.of(schema.grammar())));
        for (int cut = 1; cut < 16; cut += 3) {
            var begun = hear(request(schema, ThinkingMode.OFF, 0)
                    .withGrammar(AnswerGrammar.of(schema.grammar()))
                    .withMaxTokens(cut));
            assertEquals(StopReason.LENGTH, begun.reason());
            assertNotEquals(whole.answer(), begun.answer());

            var chat = List.of(said(schema));
            var soFar = new ReplySoFar("", begun.answer(), true);
            var rest = hear(GenerationRequest.of(
                            TEMPLATE.render(PromptInput.of(chat, ThinkingMode.OFF), soFar),
                            TEMPLATE.replyStart(ThinkingMode.OFF, soFar))
                    .withGrammar(new AnswerGrammar(schema.grammar(), begun.answer())));

            assertEquals(StopReason.STOP, rest.reason());
            // not the same answer: the model reads what it wrote letter by letter in other tokens
            assertTrue(whole.answer().startsWith(begun.answer()), begun.answer());
            assertValid(schema, begun.answer() + rest.answer());
        }
    }

    @Test
    void saysWhereASchemaIsNoJson() {
        var refusal = assertThrows(SchemaException.class, () -> AnswerSchema.parse("{\n  \"type\": object\n}"));

        assertTrue(refusal.sentence().startsWith("The schema is not JSON; look at line 2"), refusal.sentence());
    }

    private static GenerationRequest request(AnswerSchema schema, ThinkingMode mode, double temperature) {
        return GenerationRequest.of(
                        TEMPLATE.render(PromptInput.of(List.of(said(schema)), mode)), TEMPLATE.replyStart(mode))
                .withSampling(new Sampling(temperature, 0, 1, 0, 0, 0, 1, -1))
                .withThinking(ThinkingLimit.of(100));
    }

    private static ChatMessage said(AnswerSchema schema) {
        return ChatMessage.user(UserText.of(new Said(QUESTION, new Enclosed(List.of(), schema))));
    }

    private static void assertValid(AnswerSchema schema, String answer) throws Exception {
        var validator = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema.text());
        var violations = validator.validate(JSON.readTree(answer));
        assertTrue(violations.isEmpty(), () -> answer + " violates " + violations);
    }

    private static Heard hear(GenerationRequest request) throws InterruptedException {
        var events = new ArrayList<GenerationEvent>();
        Generation generation = engine.generate(request, events::add);
        generation.await();
        var finished = (Finished) events.getLast();
        return new Heard(
                events.stream()
                        .map(event -> event instanceof ReasoningText(var text) ? text : "")
                        .collect(Collectors.joining()),
                events.stream()
                        .map(event -> event instanceof AnswerText(var text) ? text : "")
                        .collect(Collectors.joining()),
                finished.reason());
    }
}
