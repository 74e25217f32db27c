package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo model's public evaluation cases through the command line, compared with what llama.cpp's own server generated:
 * all of them with {@code ponder.counts=acceptance}, else every tenth.
 */
@Timeout(value = 90, unit = TimeUnit.MINUTES)
class DemoModelCasesTest {

    private static final double POINTS_ALLOWED = 1.0;
    private static final double EQUAL_TO_REFERENCE = 0.99;
    private static final double EQUAL_TO_ITSELF = 0.995;
    private static final boolean ALL = "acceptance".equals(System.getProperty("ponder.counts"));

    @TempDir
    private static Path folder;

    private static List<DemoCase> cases = List.of();
    private static Map<String, CaseReply> replies = Map.of();

    @BeforeAll
    static void askAllThroughTheChild() throws IOException {
        var everyCase = DemoCases.all();
        int step = ALL ? 1 : 10;
        cases = IntStream.range(0, everyCase.size())
                .filter(i -> i % step == 0)
                .mapToObj(everyCase::get)
                .toList();
        replies = BatchRun.of(cases, folder);
        assertEquals(cases.size(), replies.size());
    }

    @Test
    void isAsGoodAsTheReference() {
        var rows = new TreeMap<String, int[]>();
        for (var demo : cases) {
            var row = rows.computeIfAbsent(demo.group() + " | " + demo.mode(), _ -> new int[3]);
            row[0]++;
            row[1] += CaseJudge.judge(demo, reply(demo)).correct() ? 1 : 0;
            row[2] += demo.referenceCorrect() ? 1 : 0;
        }
        int correct = rows.values().stream().mapToInt(row -> row[1]).sum();
        int reference = rows.values().stream().mapToInt(row -> row[2]).sum();
        print("%-48s %6s %8s %10s", "task | mode", "cases", "correct", "reference");
        rows.forEach((name, row) -> print("%-48s %6d %8d %10d", name, row[0], row[1], row[2]));
        print("%-48s %6d %8d %10d", "together", cases.size(), correct, reference);
        double points = 100.0 * Math.abs(correct - reference) / cases.size();
        assertTrue(points <= POINTS_ALLOWED, correct + " correct, and " + reference + " in the reference");
    }

    @Test
    void leaksNoFormat() {
        var leaking = cases.stream()
                .filter(demo -> !CaseJudge.judge(demo, reply(demo)).wellFormed())
                .map(DemoCase::id)
                .toList();
        assertEquals(List.of(), leaking);
    }

    @Test
    void writesWhatLlamaCppsServerWrote() {
        var different = cases.stream()
                .filter(demo -> !CaseJudge.equalsReference(demo, reply(demo)))
                .toList();
        for (var demo : different) {
            printDifference(demo.id(), demo.reference(), reply(demo).rawText(demo.think()));
        }
        print("equal to the reference: %d of %d", cases.size() - different.size(), cases.size());
        assertTrue(different.size() <= allowedToDiffer(EQUAL_TO_REFERENCE), different.size() + " differ");
    }

    @Test
    void agreesWithItselfInProcess() throws IOException {
        assertAgrees("in-process", BatchRun.of(cases, folder, "--in-process"));
    }

    @Test
    void agreesWithItselfWhereCasesSharePrefixes() throws IOException {
        assertAgrees("with prefix reuse", BatchRun.of(cases, folder, "--share-prefix"));
    }

    private static void assertAgrees(String what, Map<String, CaseReply> others) {
        var different = new ArrayList<String>();
        for (var demo : cases) {
            var here = reply(demo).rawText(demo.think());
            var there = others.get(demo.id()).rawText(demo.think());
            if (!here.equals(there)) {
                different.add(demo.id());
                printDifference(demo.id(), here, there);
            }
        }
        print("%s: equal in %d of %d", what, cases.size() - different.size(), cases.size());
        assertTrue(different.size() <= allowedToDiffer(EQUAL_TO_ITSELF), different.size() + " differ: " + different);
    }

    /**
     * How many of the cases may differ. Which ones do depends on the processor, whose kernels round in their own ways. All
     * cases are held to the share itself; a tenth of them can refute it only beyond what chance brings, three standard
     * deviations of a binomial count.
     */
    private static int allowedToDiffer(double equal) {
        double mean = cases.size() * (1 - equal);
        return (int) (ALL ? mean : mean + 3 * Math.sqrt(mean * equal));
    }

    private static CaseReply reply(DemoCase demo) {
        var reply = replies.get(demo.id());
        if (reply == null) {
            throw new AssertionError("no reply to " + demo.id());
        }
        return reply;
    }

    private static void printDifference(String id, String expected, String actual) {
        int same = 0;
        while (same < Math.min(expected.length(), actual.length()) && expected.charAt(same) == actual.charAt(same)) {
            same++;
        }
        print("%s differs at character %d: …%s / …%s", id, same, around(expected, same), around(actual, same));
    }

    private static String around(String text, int place) {
        return text.substring(Math.max(0, place - 20), Math.min(text.length(), place + 40))
                .replace("\n", "\\n");
    }

    private static void print(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
