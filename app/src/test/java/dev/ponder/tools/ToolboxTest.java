package dev.ponder.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.ToolCall;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ToolboxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2031-03-04T22:05:09Z"), ZoneId.of("Europe/Berlin"));

    private final Toolbox toolbox = Toolbox.builtIn(CLOCK);

    @Test
    void theTimeIsThatOfTheClockAndItsZone() {
        assertEquals("Tuesday 2031-03-04 23:05 Europe/Berlin (+01:00)", result("current_time", "{}"));
        assertEquals("Tuesday 2031-03-04 23:05 Europe/Berlin (+01:00)", result("current_time", "{\"timezone\": \"\"}"));
        assertEquals("Tuesday 2031-03-04 23:05 Europe/Berlin (+01:00)", result("current_time", "{\"timezone\": null}"));
    }

    @Test
    void aZoneMayBeNamedByItsCity() {
        assertEquals(
                "Wednesday 2031-03-05 07:05 Asia/Tokyo (+09:00)", result("current_time", "{\"timezone\": \"Tokyo\"}"));
        assertEquals(
                "Tuesday 2031-03-04 14:05 America/Los_Angeles (-08:00)",
                result("current_time", "{\"timezone\": \"los angeles, USA\"}"));
        assertEquals("Tuesday 2031-03-04 22:05 UTC (+00:00)", result("current_time", "{\"timezone\": \"UTC\"}"));
        assertEquals(
                "Wednesday 2031-03-05 00:05 UTC+02:00 (+02:00)",
                result("current_time", "{\"timezone\": \"UTC+02:00\"}"));
    }

    @Test
    void whateverIsWrongWithACallIsToldToTheModel() {
        assertError("current_time", "{\"timezone\": \"Atlantis\"}", "no time zone \"Atlantis\"");
        assertError("current_time", "{\"timezone\": 3}", "must be a text");
        assertError("calculator", "{\"expression\": \"1/0\"}", "Division by zero");
        assertError("calculator", "{}", "needs the argument \"expression\"");
        assertError("weather", "{\"city\": \"Oslo\"}", "The tools are: calculator, current_time.");
    }

    @Test
    void aCallIsKeptAsTheModelWroteIt() {
        var call = ToolCalls.of("{\"name\": \"calculator\",  \"arguments\":  {\"expression\" :\"1.0+2\"} }");
        assertEquals(ToolCall.ofText("calculator", "{\"expression\" :\"1.0+2\"}"), call);
        assertFalse(ToolCalls.isMalformed(call));
        assertEquals(new ToolResult("3", false), toolbox.answer(call));
        // the last of several counts, as in every reader of JSON
        assertEquals(
                ToolCall.ofText("calculator", "{\"expression\": \"2\"}"),
                ToolCalls.of("{\"arguments\": {\"expression\": \"1\"}, \"name\": \"calculator\","
                        + " \"arguments\": {\"expression\": \"2\"}}"));
    }

    @Test
    void aCallThatCannotBeReadIsKeptAndAnsweredWithWhatIsWrong() {
        for (var body : new String[] {
            "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1+2\"}",
            "calculator(1+2)",
            "{\"name\": \"calculator\"}",
            "{\"name\": \"\", \"arguments\": {}}",
            "{\"name\": 3, \"arguments\": {}}",
            "{\"name\": \"calculator\", \"arguments\": \"1+2\"}",
            "[]",
            "",
        }) {
            var call = ToolCalls.of(body);
            assertTrue(ToolCalls.isMalformed(call), body);
            assertEquals(new JsonValue.JsonString(body), call.arguments());
            var result = toolbox.answer(call);
            assertTrue(result.failed(), body);
            assertTrue(result.text().startsWith("Error: This is a call "), result.text());
        }
    }

    @Test
    void theModelIsToldWhatQwenWasTrainedToRead() {
        assertEquals(
                "{\"type\": \"function\", \"function\": {\"name\": \"calculator\", \"description\": \"Evaluate an arithmetic"
                        + " expression exactly: + - * / ^ % and parentheses.\", \"parameters\": {\"type\": \"object\","
                        + " \"properties\": {\"expression\": {\"type\": \"string\", \"description\": \"The expression, for"
                        + " example (2.5 + 4) * 3\"}}, \"required\": [\"expression\"]}}}",
                toolbox.definitions().getFirst().json().toPythonJson());
    }

    private String result(String tool, String arguments) {
        var result = toolbox.answer(ToolCall.ofText(tool, arguments));
        assertFalse(result.failed(), result.text());
        return result.text();
    }

    private void assertError(String tool, String arguments, String saying) {
        var result = toolbox.answer(ToolCall.ofText(tool, arguments));
        assertTrue(result.failed());
        assertTrue(result.text().startsWith("Error: ") && result.text().contains(saying), result.text());
    }
}
