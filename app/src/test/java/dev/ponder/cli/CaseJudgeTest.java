package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseJudgeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<DemoCase> CASES = DemoCases.all();

    @Test
    void thereAreAllCasesInTheirOrder() {
        var ids = IntStream.range(0, 1350).mapToObj("p%04d"::formatted).toList();
        assertEquals(ids, CASES.stream().map(DemoCase::id).toList());
    }

    @Test
    void agreesWithTheRecordedVerdictInEveryCase() {
        var differing = CASES.stream()
                .filter(c -> CaseJudge.judge(c, CaseReply.ofRaw(c.reference())).correct() != c.referenceCorrect())
                .map(DemoCase::id)
                .toList();
        assertEquals(List.of(), differing);
        assertEquals(1221, CASES.stream().filter(DemoCase::referenceCorrect).count());
    }

    @Test
    void theReferenceLeaksNoMarkerAndAlwaysStops() {
        for (DemoCase demo : CASES) {
            var verdict = CaseJudge.judge(demo, CaseReply.ofRaw(demo.reference()));
            assertTrue(verdict.stopped() && verdict.wellFormed(), demo.id());
        }
    }

    @Test
    void partsJoinBackIntoTheTextTheModelWrote() {
        for (DemoCase demo : CASES) {
            assertEquals(demo.reference(), CaseReply.ofRaw(demo.reference()).rawText(demo.think()), demo.id());
        }
    }

    @Test
    void aParsedToolCallIsWrittenBackAsTheModelWroteIt() throws JsonProcessingException {
        var bodies = CASES.stream()
                .flatMap(c -> CaseReply.ofRaw(c.reference()).toolCalls().stream())
                .toList();
        assertTrue(bodies.size() > 120, "found " + bodies.size());
        for (String body : bodies) {
            var call = JSON.readTree(body);
            assertEquals(body, CaseReply.toolCallBody(call.get("name").textValue(), call.get("arguments")));
        }
    }

    @Test
    void aSmallRunMeetsEveryGroupAndMode() {
        var some = DemoCases.firstOfEach(2);
        assertEquals(kinds(CASES), kinds(some));
        assertTrue(some.size() < 160, "took " + some.size());
    }

    @ParameterizedTest(name = "{0} {2}: {3} -> {4}")
    @CsvSource(quoteCharacter = '`', textBlock = """
            exact,    '',    Oslo,  Oslo,                       true
            exact,    '',    Oslo,  Oslo.,                      false
            contains, known, Lena,  Your name is Lena.,         true
            fallback, '',    model, I am a tiny model.,         true
            number,   add,   12,    5 + 7 = 12,                 true
            number,   add,   12,    12 = 5 + 8,                 false
            number,   add,   12,    12 and 13,                  false
            number,   word,  12,    12 and 13,                  true
            number,   sub,   -3,    −3,                         true
            number,   sub,   -3,    4 - 7 = −3,                 false
            number,   add,   1,     no number,                  false
            start,    hard,  No,    `No, 9 is not prime.`,      true
            start,    hard,  Yes,   `I could not finish, but my best guess is: Yes, 7 is a prime number.`, true
            start,    hard,  Yes,   `Oh, Yes`,                  false
            """)
    void judgesTheAnswerByItsCheck(String check, String kind, String expected, String answer, boolean right) {
        var reply = new CaseReply(null, answer, List.of(), true);
        assertEquals(
                right,
                CaseJudge.judge(demo(false, check, kind, expected), reply).correct());
    }

    @Test
    void aReplyThatWasCutOffIsNotCorrect() {
        assertFalse(verdict(true, new CaseReply("a thought", "Oslo", List.of(), false))
                .correct());
        assertTrue(verdict(true, new CaseReply("a thought", "Oslo", List.of(), true))
                .correct());
    }

    @Test
    void thinkingWhereNoneWasAskedForIsALeak() {
        assertFalse(verdict(false, reply("a thought", "Oslo")).wellFormed());
        assertFalse(verdict(false, reply(null, "<think>\n\n</think>\n\nOslo")).wellFormed());
        assertFalse(verdict(false, reply(null, "Oslo<|im_start|>")).wellFormed());
    }

    @Test
    void noThinkingWhereItWasAskedForIsNotWellFormed() {
        assertFalse(verdict(true, reply(null, "Oslo")).wellFormed());
        assertFalse(verdict(true, reply(" \n", "Oslo")).wellFormed());
    }

    private static CaseReply reply(@Nullable String reasoning, String answer) {
        return new CaseReply(reasoning, answer, List.of(), true);
    }

    private static CaseJudge.Verdict verdict(boolean think, CaseReply reply) {
        return CaseJudge.judge(demo(think, "exact", "", "Oslo"), reply);
    }

    private static DemoCase demo(boolean think, String check, String kind, String expected) {
        return new DemoCase("x", "g", "m", think, think, JSON.createObjectNode(), check, expected, kind, "", false);
    }

    private static TreeSet<String> kinds(List<DemoCase> cases) {
        var kinds = new TreeSet<String>();
        cases.forEach(c -> kinds.add(c.group() + "/" + c.mode()));
        return kinds;
    }
}
