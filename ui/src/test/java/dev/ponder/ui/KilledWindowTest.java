package dev.ponder.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.MessageState;
import dev.ponder.ui.Word.Kind;
import dev.ponder.ui.transcript.ShownTurn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program, killed at random moments of typing, thinking and answering, keeps what was sent, what it had shown
 * half a second before, and goes on where it was.
 */
@DisabledOnOs(OS.WINDOWS)
class KilledWindowTest {

    private static final boolean ACCEPTANCE = "acceptance".equals(System.getProperty("ponder.counts"));
    private static final int KILLS = ACCEPTANCE ? 200 : 15;
    private static final int TYPING_MILLIS = 1_000;
    private static final int REPLY_MILLIS = 2_500;

    private static final Predicate<Word> TYPES = word -> word.kind() == Kind.TYPED;
    /** Whatever the composer says of it: while a draft is typed, that is not what the model does. */
    private static final Predicate<Word> REPLIES =
            word -> word.kind() == Kind.TICK && !word.text().isEmpty();

    @TempDir
    private Path folder;

    private final Set<String> said = new HashSet<>();
    private final Map<String, String> promised = new HashMap<>();
    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, Integer> phases = new TreeMap<>();
    private final List<Long> losses = new ArrayList<>();
    private Optional<ShownTurn> left = Optional.empty();
    private int cut;

    @Test
    @Timeout(3_600)
    void nothingIsLostHoweverOftenItIsKilled() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("settings.json"), """
                {"reasoningPane": "OPEN", "overflow": "DROP_OLDEST", "model": "demo"}
                """);
        var random = new Random(3);
        for (int round = 0; round < KILLS; round++) {
            var testimony = random.nextInt(4) == 0
                    ? KilledPonder.live(data, round, TYPES, random.nextInt(TYPING_MILLIS))
                    : KilledPonder.live(data, round, REPLIES, random.nextInt(REPLY_MILLIS));
            hear(testimony);
            check(testimony, KeptData.read(data, folder.resolve("copy-" + round)));
        }
        System.out.println(KILLS + " kills while " + phases + "; " + cut + " replies cut off; shown and lost, in ms: "
                + losses.stream().sorted().toList());
    }

    private void hear(Testimony testimony) {
        phases.merge(testimony.phase(), 1, Integer::sum);
        for (var word : testimony.words()) {
            switch (word.kind()) {
                case SHOWN -> {
                    said.add(word.text());
                    if (word.millis() <= testimony.promised()) {
                        promised.merge(word.text(), word.reply(), KilledWindowTest::longer);
                    }
                }
                case DONE -> whole.put(word.text(), word.reply());
                default -> {}
            }
        }
        said.remove("");
        promised.remove("");
        whole.remove("");
    }

    private static String longer(String one, String other) {
        return one.length() > other.length() ? one : other;
    }

    private void check(Testimony testimony, KeptData kept) {
        assertEquals(List.of("ok"), kept.faults());
        for (var message : kept.messages()) {
            assertTrue(message.state() != MessageState.STREAMING, "a reply still says that it is being written");
        }
        for (var question : said) {
            assertTrue(kept.hasQuestion(question), () -> "lost: " + question);
        }
        promised.forEach((question, reply) -> assertTrue(
                kept.bareReply(question).startsWith(reply),
                () -> "of " + question + " was shown " + reply + " and kept " + kept.bareReply(question)));
        whole.forEach((question, reply) -> assertTrue(
                kept.bareReply(question).startsWith(reply), () -> "the end of " + question + " was lost: " + reply));
        checkTheLastQuestion(testimony, kept);
        checkDraft(testimony, kept);
        checkWhatWasFound(testimony);
        measure(testimony, kept);
        left = kept.newest();
    }

    /** What was entered is sent, or still there to be sent. */
    private static void checkTheLastQuestion(Testimony testimony, KeptData kept) {
        testimony.lastEnter().ifPresent(enter -> {
            var drafts = drafts(testimony, testimony.typedForTheLastQuestion());
            assertTrue(
                    kept.hasQuestion(enter.text()) || enter.millis() > testimony.promised() && kept.hasDraft(drafts),
                    () -> "entered and lost: " + enter.text());
        });
    }

    private static void checkDraft(Testimony testimony, KeptData kept) {
        var typed = testimony.typedLast();
        if (!typed.isEmpty() && typed.getFirst().millis() <= testimony.promised()) {
            var drafts = drafts(testimony, typed);
            assertTrue(kept.hasDraft(drafts), () -> "kept as drafts: " + kept.drafts() + ", and none of " + drafts);
        }
    }

    /** What a draft may be: the text at the promised moment, or a later one. */
    private static List<String> drafts(Testimony testimony, List<Word> typed) {
        var drafts = new ArrayList<String>();
        for (var word : typed) {
            if (word.millis() <= testimony.promised()) {
                drafts.clear();
            }
            drafts.add(word.text());
        }
        return drafts;
    }

    /** The program itself found what the kill before had left, and offered to continue it. */
    private void checkWhatWasFound(Testimony testimony) {
        var found = testimony.words().stream()
                .filter(word -> word.kind() == Kind.FOUND_CUT || word.kind() == Kind.FOUND_WHOLE)
                .findFirst();
        if (found.isPresent()) {
            var word = found.get();
            assertEquals(left, Optional.of(new ShownTurn(word.text(), word.reply(), word.kind() == Kind.FOUND_CUT)));
        }
    }

    /** How old the last shown text is that is kept. */
    private void measure(Testimony testimony, KeptData kept) {
        if (kept.newest().filter(ShownTurn::isCut).isPresent()) {
            cut++;
            testimony.of(Kind.SHOWN).stream()
                    .filter(word -> !kept.bareReply(word.text()).startsWith(word.reply()))
                    .mapToLong(Word::millis)
                    .min()
                    .ifPresent(lost -> losses.add(testimony.killed() - lost));
        }
    }
}
