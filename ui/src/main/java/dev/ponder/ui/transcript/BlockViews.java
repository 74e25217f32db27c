package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.transcript.TranscriptMessage.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The regions of block lines. The control asks for them again after every change, so those near the screen are kept;
 * others are forgotten and made anew, as all their state is in the lines.
 */
final class BlockViews {

    /** More than the control keeps around the screen. */
    private static final int KEPT = 256;

    private final Requests requests;
    private final Map<BlockLine, Region> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BlockLine, Region> eldest) {
            return size() > KEPT;
        }
    };

    BlockViews(Requests requests) {
        this.requests = requests;
    }

    Region of(BlockLine line) {
        return kept.computeIfAbsent(line, this::make);
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
                        head.pane.headerProperty(), () -> requests.toggleThought(id), () -> requests.copyThought(id));
            }
            case BlockLine.CodeHead head -> codeHead(head);
            case BlockLine.ToolBlock tool -> tool(tool.card);
            case BlockLine.Waiting _ -> new WaitingView();
            case BlockLine.Ending ending -> ending(ending);
            case BlockLine.Footer footer -> footer(footer.message);
            case BlockLine.Boundary boundary -> boundary(boundary.sentence);
            case BlockLine.Notice notice -> notice(notice.sentence);
        };
    }

    private Region codeHead(BlockLine.CodeHead head) {
        var language = head.language.isEmpty() ? Texts.of("transcript.code.plain") : head.language;
        var copy = Buttons.forMouse(Buttons.copy(Texts.of("transcript.code.copy"), () -> requests.copyCode(head)));
        var bar = new HBox(styled(new Label(language), TranscriptStyles.CODE_LANGUAGE), space(), copy);
        bar.setAlignment(Pos.CENTER_LEFT);
        return styled(bar, TranscriptStyles.CODE_HEAD);
    }

    private static Region tool(ToolCard card) {
        var name = styled(new Label(card.name(), new FontIcon(Feather.TOOL)), TranscriptStyles.TOOL_NAME);
        var box = new VBox(name, new WrappedText(card.arguments(), TranscriptStyles.TOOL_TEXT));
        var result = card.result();
        if (result == null) {
            box.getChildren().add(new WrappedText(Texts.of("transcript.tool.running"), TranscriptStyles.TOOL_LABEL));
        } else {
            box.getChildren()
                    .addAll(
                            new WrappedText(Texts.of("transcript.tool.result"), TranscriptStyles.TOOL_LABEL),
                            new WrappedText(result, TranscriptStyles.TOOL_TEXT));
        }
        return inset(styled(box, TranscriptStyles.TOOL));
    }

    private Region ending(BlockLine.Ending ending) {
        boolean failed = ending.state instanceof MessageState.Failed;
        var text = new WrappedText(ending.sentence, TranscriptStyles.ENDING_TEXT);
        boolean interrupted = ending.state instanceof MessageState.Interrupted;
        var icon = new FontIcon(interrupted ? Feather.PAUSE_CIRCLE : Feather.ALERT_CIRCLE);
        var button = Buttons.forMouse(
                new Button(Texts.of(interrupted ? "transcript.action.continue" : "transcript.action.retry")));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> requests.recover(ending));
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(icon, text, button);
        row.setFillHeight(false);
        row.setAlignment(Pos.CENTER_LEFT);
        styled(row, TranscriptStyles.ENDING);
        if (failed) {
            row.getStyleClass().add(TranscriptStyles.ENDING_FAILED);
        }
        return inset(row);
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

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static <T extends Region> T styled(T region, String style) {
        region.getStyleClass().add(style);
        return region;
    }
}
