package dev.ponder.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TranscriptViewModelTest {

    private final StillFrames frames = new StillFrames();
    private final TranscriptViewModel model = new TranscriptViewModel(frames);

    @BeforeEach
    void startAReply() {
        model.show(List.of(TranscriptMessage.user("u", "Why?"), TranscriptMessage.streaming("a")));
    }

    @Test
    void showsStreamedTextAtTheNextFrameAndNotBefore() {
        model.appendAnswer("a", "Be");
        model.appendAnswer("a", "cause.");
        assertFalse(texts().contains("Because."));
        frames.draw(16);
        assertTrue(texts().contains("Because."));
    }

    @Test
    void showsNoThoughtWhereNoneIsWanted() {
        model.thoughtDisplayProperty().set(ThoughtDisplay.HIDDEN);
        model.appendReasoning("a", "Let me see");
        frames.draw(16);
        assertFalse(texts().stream().anyMatch(text -> text.contains("Thinking")), texts().toString());
        model.appendAnswer("a", "Because.");
        frames.draw(16);
        assertEquals(List.of("Why?", "", "Because.", ""), texts());
        model.thoughtDisplayProperty().set(ThoughtDisplay.OPEN);
        assertTrue(texts().contains("Let me see"), texts().toString());
    }

    @Test
    void copiesAnAnswerThatIsNotReadYetAsItWasWritten() {
        var answer = "Some **bold** words.\n\n- one\n- two\n".repeat(1_000);
        model.show(List.of(
                TranscriptMessage.assistant("a1", Thought.NONE, answer),
                TranscriptMessage.assistant("a2", Thought.NONE, answer)));
        var document = model.document();
        assertTrue(document.size() < 10, "lines are made of what nobody sees: " + document.size());
        var all = Selections.text(
                document,
                TextPos.ZERO,
                TextPos.ofLeading(
                        document.size() - 1,
                        document.line(document.size() - 1).text().length()));
        assertEquals(2_000, all.split("bold", -1).length - 1);
    }

    @Test
    void announcesWhereAReplyBeginsAndEndsAndNoTokens() {
        var said = new ArrayList<String>();
        model.announcementProperty().subscribe((_, now) -> said.add(now));
        for (int i = 0; i < 20; i++) {
            model.appendReasoning("a", "hm ");
            frames.draw(16);
        }
        for (int i = 0; i < 20; i++) {
            model.appendAnswer("a", "so ");
            frames.draw(16);
        }
        var question = TranscriptMessage.user("u", "Why?");
        var answer = TranscriptMessage.assistant("a", Thought.done("hm", 10, 20), "so");
        model.show(List.of(question, answer));
        model.show(List.of(question, answer));
        assertEquals(List.of("Thinking", "Answer", "The reply is complete"), said);
    }

    @Test
    void announcesThatAReplyWasStoppedOrFailed() {
        var question = TranscriptMessage.user("u", "Why?");
        var cut = TranscriptMessage.assistant("a", Thought.NONE, "Be");
        model.show(List.of(question, cut.withState(MessageState.INTERRUPTED)));
        assertEquals("Stopped before the end.", model.announcementProperty().get());
        model.show(List.of(question, TranscriptMessage.streaming("b")));
        model.show(List.of(question, TranscriptMessage.streaming("b").withState(new MessageState.Failed("It ended."))));
        assertEquals("It ended.", model.announcementProperty().get());
    }

    @Test
    void asksForOneFrameHoweverMuchArrives() {
        for (int i = 0; i < 100; i++) {
            model.appendAnswer("a", "word ");
        }
        assertEquals(1, frames.waiting());
    }

    @Test
    void showsWaitingTextAtOnceWhenTheReplyEnds() {
        model.appendAnswer("a", "Because");
        model.update(TranscriptMessage.assistant("a", Thought.NONE, "Because."));
        assertTrue(texts().contains("Because."));
    }

    @Test
    void touchesOnlyTheEndWhileTextStreamsInto50000Paragraphs() {
        var items = new ArrayList<TranscriptItem>();
        for (int i = 0; i < 10_000; i++) {
            items.add(TranscriptMessage.assistant("m" + i, Thought.NONE, "one\ntwo\nthree\nfour"));
        }
        items.add(TranscriptMessage.streaming("a"));
        model.show(items);
        var touched = new ArrayList<Integer>();
        model.document().setListener(new TranscriptDocument.Listener() {
            @Override
            public void replaced() {
                touched.add(Integer.MAX_VALUE);
            }

            @Override
            public void changed(int from, List<Line> removed, List<Line> added) {
                touched.add(model.document().size() - from);
            }
        });
        for (int i = 0; i < 1_000; i++) {
            model.appendAnswer("a", i % 7 == 0 ? "\n" : "word ");
            model.flush();
        }
        assertTrue(touched.stream().allMatch(lines -> lines <= 5), touched::toString);
    }

    @Test
    void keepsAThoughtsTimeAndTokens() {
        model.appendReasoning("a", "Let me");
        frames.draw(0);
        model.appendReasoning("a", " see");
        frames.draw(12_300);
        assertTrue(texts().contains("Thinking… 12.3 s · 2 tokens · 0.2 tokens/s"), texts()::toString);
        model.appendAnswer("a", "Because.");
        frames.draw(0);
        assertTrue(texts().contains("Thought for 12.3 s · 2 tokens"), texts()::toString);
    }

    @Test
    void saysHowMuchOfItsBudgetAThoughtHasAndHowItLanded() {
        model.changeCourse("a", course -> course.withBudget(512, true));
        model.appendReasoning("a", "Let me see", 128);
        frames.draw(0);
        assertTrue(texts().contains("Thinking… 0.0 s · 128 of 512 tokens"), texts()::toString);
        var header = pane().headerProperty().get();
        assertEquals(0.25, header.spent());
        assertEquals("Budget lowered to 512 tokens: the context has no more room.", header.remark());

        frames.draw(4_000);
        model.changeCourse("a", course -> course.landed(Thought.Landing.BUDGET));
        model.appendAnswer("a", "Because.");
        frames.draw(0);
        assertTrue(texts().contains("Thought for 4.0 s · 128 tokens · landed at budget"), texts()::toString);
        assertTrue(pane().headerProperty().get().spent() < 0);
    }

    @Test
    void saysThatAutoAnsweredDirectlyAboveTheAnswer() {
        model.decide("a", new AutoNote(false, "The message asks for a fact.", true));
        model.appendAnswer("a", "Lima.");
        frames.draw(0);
        assertEquals(
                List.of("answered directly (auto)", "Lima."), texts().subList(texts().size() - 3, texts().size() - 1));
    }

    @Test
    void showsACallBelowWhatWasSaidBeforeIt() {
        model.appendAnswer("a", "I calculate.");
        model.call("a", new ToolCard("calculator", "{}", null));
        assertEquals(List.of("I calculate.", "calculator {}"), texts().subList(texts().size() - 3, texts().size() - 1));
    }

    @Test
    void putsAnEditorInThePlaceOfAThoughtAndTakesItAwayAgain() {
        model.update(TranscriptMessage.assistant("a", Thought.done("Let me see", 4_200, 431), "Because."));
        model.toggleThought("a");
        model.editThought("a", true);
        assertFalse(texts().contains("Let me see"), texts()::toString);
        model.editThought("a", false);
        assertTrue(texts().contains("Let me see"), texts()::toString);
    }

    @Test
    void keepsAStreamingReplyWithItsClockWhenTheConversationIsShownAnew() {
        model.appendReasoning("a", "Let me");
        frames.draw(0);
        frames.draw(5_000);
        model.appendReasoning("a", " see");
        model.show(List.of(TranscriptMessage.user("u", "Why?"), TranscriptMessage.streaming("a")));
        frames.draw(5_000);
        assertTrue(texts().contains("Thinking… 10.0 s · 2 tokens · 0.2 tokens/s"), texts()::toString);
        assertEquals("Let me see", pane().text().source());
    }

    @Test
    void takesTheExactFiguresWhenTheReplyEnds() {
        model.appendReasoning("a", "Let me see");
        model.update(TranscriptMessage.assistant("a", Thought.done("Let me see", 4_200, 431), "Because."));
        assertTrue(texts().contains("Thought for 4.2 s · 431 tokens"), texts()::toString);
    }

    @Test
    void givesNoFiguresThatNobodyTook() {
        model.update(TranscriptMessage.assistant("a", Thought.done("From elsewhere", 0, 0), "Because."));
        assertTrue(texts().contains("Thought"), texts()::toString);
        model.update(TranscriptMessage.assistant(
                "a", new Thought("Cut off", 500, 0, Thought.State.INTERRUPTED), "Because."));
        assertTrue(texts().contains("Thought for 0.5 s, then stopped"), texts()::toString);
    }

    @Test
    void stopsTheClockWhenTheThoughtEnds() {
        model.appendReasoning("a", "Hm");
        frames.draw(16);
        model.appendAnswer("a", "Yes.");
        frames.draw(16);
        frames.draw(16);
        assertEquals(0, frames.waiting());
    }

    @Test
    void foldsAThoughtWhenTheAnswerBegins() {
        model.appendReasoning("a", "A secret thought");
        model.flush();
        model.appendAnswer("a", "Because.");
        model.flush();
        assertFalse(model.isThoughtOpen("a"));
        assertFalse(texts().contains("A secret thought"));
    }

    @Test
    void leavesAThoughtOpenThatTheUserOpened() {
        model.appendReasoning("a", "A secret thought");
        model.toggleThought("a");
        model.appendAnswer("a", "Because.");
        model.flush();
        assertTrue(texts().containsAll(List.of("A secret thought", "Because.")), texts()::toString);
    }

    @Test
    void growsAnOpenThought() {
        model.appendReasoning("a", "One\nTw");
        model.toggleThought("a");
        model.appendReasoning("a", "o\nThree");
        model.flush();
        assertTrue(texts().containsAll(List.of("One", "Two", "Three")), texts()::toString);
    }

    @Test
    void remembersAnOpenThoughtWhileAnotherConversationIsShown() {
        var reply = TranscriptMessage.assistant("b", Thought.done("Hidden", 1, 1), "Yes.");
        model.show(List.of(reply));
        model.toggleThought("b");
        model.show(List.of(TranscriptMessage.user("x", "Other")));
        model.show(List.of(reply));
        assertTrue(texts().contains("Hidden"));
    }

    @Test
    void showsThoughtsOpenWhereTheSettingSaysSo() {
        model.show(List.of(TranscriptMessage.assistant("b", Thought.done("Hidden", 1, 1), "Yes.")));
        model.thoughtDisplayProperty().set(ThoughtDisplay.OPEN);
        assertTrue(texts().contains("Hidden"));
        model.toggleThought("b");
        assertFalse(texts().contains("Hidden"));
    }

    @Test
    void showsNoPaneForAnEmptyThought() {
        model.show(List.of(TranscriptMessage.assistant("b", Thought.done("\n\n", 0, 2), "Yes.")));
        assertEquals(List.of("Yes.", ""), texts());
    }

    @Test
    void continuesAnInterruptedReplyInTheSameLine() {
        model.update(
                TranscriptMessage.assistant("a", Thought.NONE, "Because the").withState(MessageState.INTERRUPTED));
        model.update(TranscriptMessage.streaming("a").withText("Because the"));
        model.appendAnswer("a", " sun shines.");
        model.flush();
        assertTrue(texts().contains("Because the sun shines."), texts()::toString);
    }

    @Test
    void announcesBoundariesAndNoTokens() {
        var said = new ArrayList<String>();
        model.announcementProperty().addListener((_, _, text) -> said.add(text));
        for (int i = 0; i < 5; i++) {
            model.appendReasoning("a", "hm ");
            model.flush();
        }
        for (int i = 0; i < 5; i++) {
            model.appendAnswer("a", "yes ");
            model.flush();
        }
        model.update(TranscriptMessage.assistant("a", Thought.done("hm ", 1, 5), "yes"));
        assertEquals(List.of("Thinking", "Answer", "The reply is complete"), said);
    }

    @Test
    void keepsTheLinesAboveABranch() {
        var question = TranscriptMessage.user("q", "One or two?");
        model.show(List.of(question, TranscriptMessage.assistant("r1", Thought.NONE, "One.")));
        var above = model.document().line(0);
        model.show(List.of(question, TranscriptMessage.assistant("r2", Thought.NONE, "Two.")));
        assertEquals(List.of("One or two?", "", "Two.", ""), texts());
        assertTrue(above == model.document().line(0), "the same line, not one like it");
    }

    @Test
    void putsTheMarkWhereTheContextBegins() {
        model.insertBefore(new ContextBoundary("c", false), "a");
        assertTrue(texts().get(2).startsWith("The context begins here"), texts()::toString);
        model.remove("c");
        assertFalse(texts().stream().anyMatch(text -> text.startsWith("The context")));
    }

    @Test
    void dropsTextOfAMessageThatIsGone() {
        model.appendAnswer("a", "lost");
        model.show(List.of(TranscriptMessage.user("x", "Other")));
        model.appendAnswer("a", "lost");
        model.flush();
        assertEquals(List.of("Other", ""), texts());
    }

    private ThoughtPane pane() {
        return ((MessageEntry) model.document().entry("a")).pane();
    }

    private List<String> texts() {
        return model.document().lines(0, model.document().size()).stream()
                .map(Line::text)
                .toList();
    }
}
