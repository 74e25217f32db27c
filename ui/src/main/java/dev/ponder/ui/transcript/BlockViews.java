package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Words;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.transcript.TranscriptMessage.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The regions of block lines. The control asks for them again after every change, so those near the screen are kept;
 * others are forgotten and made anew, as all their state is in the lines.
 */
final class BlockViews {

    /** More than the control keeps around the screen. */
    private static final int KEPT = 256;

    /** As many characters of an answer are shown until it is read: about a screen. */
    private static final int UNREAD = 2_000;

    /** And as many runs, where each word has to be one. */
    private static final int UNREAD_RUNS = 200;

    private final Requests requests;
    private final Formulas formulas;
    private final Map<BlockLine, Held> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BlockLine, Held> eldest) {
            return size() > KEPT;
        }
    };

    BlockViews(Requests requests, Formulas formulas) {
        this.requests = requests;
        this.formulas = formulas;
    }

    Region of(BlockLine line) {
        return kept.computeIfAbsent(line, made -> new Held(make(made)));
    }

    /** Formulas have been drawn: what shows some is made anew. */
    void forgetFormulas() {
        kept.keySet().removeIf(line -> line instanceof AnswerBlock.Display || line instanceof AnswerBlock.TableRows);
    }

    /** The region of a line, if it is on the screen or was lately. */
    @Nullable Region kept(BlockLine line) {
        return kept.get(line);
    }

    private Region make(BlockLine line) {
        return switch (line) {
            case BlockLine.ThoughtHead head -> {
                var id = head.pane.messageId();
                yield new ThoughtHeadView(
                        head.pane.headerProperty(),
                        new ThoughtHeadView.Actions(
                                () -> requests.toggleThought(id),
                                () -> requests.copyThought(id),
                                () -> requests.redo(id)));
            }
            case BlockLine.Unread unread -> unread(unread.source);
            case BlockLine.ThoughtEditor editor -> new ThoughtEditorView(editor, requests);
            case BlockLine.Enclosures enclosures -> enclosures(enclosures);
            case BlockLine.Decided decided -> decided(decided);
            case AnswerBlock answer -> AnswerViews.of(answer, requests, formulas);
            case BlockLine.ToolBlock tool -> tool(tool.card);
            case BlockLine.Waiting _ -> new WaitingView();
            case BlockLine.Ending ending -> ending(ending);
            case BlockLine.Footer footer -> footer(footer.message);
            case BlockLine.Boundary boundary -> boundary(boundary.sentence);
            case BlockLine.Notice notice -> notice(notice.sentence);
        };
    }

    private static Region unread(String source) {
        var beginning = source.codePoints()
                .limit(UNREAD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var words = Words.of(beginning.toString()).stream().limit(UNREAD_RUNS);
        return new WrappedText(words.collect(Collectors.joining()), TranscriptStyles.of(TextLine.Paper.ANSWER));
    }

    private static Region enclosures(BlockLine.Enclosures enclosures) {
        var row = new FlowPane();
        for (var each : enclosures.all) {
            var icon = Icons.inText(each.isFile() ? Feather.FILE_TEXT : Feather.CODE);
            row.getChildren().add(styled(new Label(each.name(), icon), TranscriptStyles.ENCLOSED));
        }
        return styled(row, TranscriptStyles.ENCLOSURES);
    }

    private Region decided(BlockLine.Decided decided) {
        var icon = Icons.inText(decided.note.thought() ? Feather.CLOCK : Feather.ZAP);
        var note = new SimpleObjectProperty<@Nullable AutoNote>(decided.note);
        var row = new HBox(icon, new AutoChip(note, () -> requests.redo(decided.messageId)));
        row.setAlignment(Pos.CENTER_LEFT);
        return styled(row, TranscriptStyles.DECIDED);
    }

    private static Region tool(ToolCard card) {
        boolean failed = card.failed() || card.isMalformed();
        var title = card.isMalformed() ? Texts.of("transcript.tool.malformed") : card.name();
        var icon = Icons.inText(failed ? Feather.ALERT_CIRCLE : Feather.TOOL);
        var box = new VBox(
                styled(new Label(title, icon), TranscriptStyles.TOOL_NAME),
                new WrappedText(card.arguments(), TranscriptStyles.TOOL_TEXT));
        var result = card.result();
        if (result == null) {
            box.getChildren().add(new WrappedText(Texts.of("transcript.tool.running"), TranscriptStyles.TOOL_LABEL));
        } else {
            var label = Texts.of(failed ? "transcript.tool.error" : "transcript.tool.result");
            box.getChildren()
                    .addAll(
                            new WrappedText(label, TranscriptStyles.TOOL_LABEL),
                            new WrappedText(result, TranscriptStyles.TOOL_TEXT));
        }
        styled(box, TranscriptStyles.TOOL);
        if (failed) {
            box.getStyleClass().add(TranscriptStyles.TOOL_FAILED);
        }
        return inset(box);
    }

    private Region ending(BlockLine.Ending ending) {
        boolean interrupted = ending.state instanceof MessageState.Interrupted;
        var icon = Icons.inText(interrupted ? Feather.PAUSE_CIRCLE : Feather.ALERT_CIRCLE);
        var text = new WrappedText(ending.sentence, TranscriptStyles.ENDING_TEXT);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(icon, text);
        if (ending.inThought) {
            row.getChildren()
                    .add(button("transcript.action.land", () -> requests.answerFromThoughts(ending.messageId)));
        }
        row.getChildren()
                .add(button(
                        interrupted ? "transcript.action.continue" : "transcript.action.retry",
                        () -> requests.recover(ending)));
        row.setFillHeight(false);
        row.setAlignment(Pos.CENTER_LEFT);
        styled(row, TranscriptStyles.ENDING);
        if (ending.state instanceof MessageState.Failed) {
            row.getStyleClass().add(TranscriptStyles.ENDING_FAILED);
        }
        return inset(row);
    }

    private static Button button(String key, Runnable action) {
        var button = Buttons.forMouse(new Button(Texts.of(key)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** The place of the message bar; says at least that there are alternatives while the bar is elsewhere. */
    private static Region footer(TranscriptMessage message) {
        var siblings = message.siblings();
        var text = siblings.count() == 1
                ? ""
                : Texts.of("transcript.action.position", siblings.position(), siblings.count());
        var footer = styled(new Label(text), TranscriptStyles.FOOTER);
        footer.setMaxWidth(Double.MAX_VALUE);
        if (message.role() == Role.USER) {
            footer.getStyleClass().add(TranscriptStyles.AFTER_QUESTION);
        }
        return footer;
    }

    private static Region boundary(String sentence) {
        var text = new WrappedText(sentence, TranscriptStyles.BOUNDARY_TEXT);
        var row = new HBox(rule(), text, rule());
        row.setFillHeight(false);
        row.setAlignment(Pos.CENTER);
        return styled(row, TranscriptStyles.BOUNDARY);
    }

    private static Region rule() {
        var rule = styled(new Region(), TranscriptStyles.BOUNDARY_RULE);
        HBox.setHgrow(rule, Priority.ALWAYS);
        return rule;
    }

    private static Region notice(String sentence) {
        var text = new WrappedText(sentence, TranscriptStyles.NOTICE);
        text.setTextAlignment(TextAlignment.CENTER);
        return text;
    }

    /** A block with room above and below; a margin of its own would not be counted in a paragraph's height. */
    private static Region inset(Region block) {
        return styled(new VBox(block), TranscriptStyles.INSET);
    }

    private static <T extends Region> T styled(T region, String style) {
        region.getStyleClass().add(style);
        return region;
    }
}
