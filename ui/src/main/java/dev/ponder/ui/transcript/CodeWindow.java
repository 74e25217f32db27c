package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Fx;
import dev.ponder.ui.common.Theme;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.StyleHandlerRegistry;
import jfx.incubator.scene.control.richtext.StyleResolver;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.model.StyledTextModelViewOnlyBase;
import org.jspecify.annotations.Nullable;

/** Code in a window of its own, where its lines need not wrap. Belongs to the JavaFX thread. */
public final class CodeWindow extends BorderPane {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 640;

    private final RichTextArea area = new Area();
    private final CheckBox wrap = new CheckBox(Texts.of("markdown.code.wrap"));

    CodeWindow(String language, String code) {
        getStyleClass().addAll(TranscriptStyles.TRANSCRIPT, TranscriptStyles.CODE_WINDOW);
        var model = new Model(language, code);
        area.setModel(model);
        area.setEditable(false);
        area.wrapTextProperty().bind(wrap.selectedProperty());
        area.getStyleClass().addAll(TranscriptStyles.AREA, TranscriptStyles.CODE_AREA);
        area.setAccessibleText(Texts.of("markdown.code.title"));
        setCenter(area);
        setTop(bar(language, code));
    }

    private Region bar(String language, String code) {
        var label = new Label(language.isEmpty() ? Texts.of("transcript.code.plain") : language);
        label.getStyleClass().add(TranscriptStyles.CODE_LANGUAGE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var copy = Buttons.copy(Texts.of("transcript.code.copy"), () -> TranscriptArea.copy(code));
        var bar = new HBox(label, space, wrap, copy);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add(TranscriptStyles.CODE_BAR);
        return bar;
    }

    RichTextArea area() {
        return area;
    }

    /** Whether long lines wrap. */
    BooleanProperty wrapProperty() {
        return wrap.selectedProperty();
    }

    /**
     * Opens a window.
     *
     * @param owner the window that it belongs to
     * @param language as the reply names it; may be empty
     */
    public static void open(Window owner, Theme theme, String language, String code) {
        var stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(Texts.of("markdown.code.title"));
        var scene = new Scene(new CodeWindow(language, code), WIDTH, HEIGHT);
        theme.dress(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setScene(scene);
        stage.show();
    }

    /** Shows runs by their classes. */
    private static final class Area extends RichTextArea {
        @Override
        public StyleHandlerRegistry getStyleHandlerRegistry() {
            return TranscriptArea.STYLES;
        }
    }

    /** Lines of code with their colours. */
    private static final class Model extends StyledTextModelViewOnlyBase {
        private final List<String> lines;
        private final CodeColours colours;
        private final String language;
        private final Lexers lexers = new Lexers(Thread.ofVirtual()::start, Fx::later, this::onLoaded);

        Model(String language, String code) {
            this.language = language;
            lines = code.lines().toList();
            colours = new CodeColours(code);
        }

        private void onLoaded() {
            fireStyleChangeEvent(TextPos.ZERO, getDocumentEnd());
        }

        @Override
        public int size() {
            return Math.max(1, lines.size());
        }

        @Override
        public String getPlainText(int index) {
            return index < lines.size() ? lines.get(index) : "";
        }

        @Override
        public StyleAttributeMap getStyleAttributeMap(@Nullable StyleResolver resolver, TextPos position) {
            return StyleAttributeMap.EMPTY;
        }

        @Override
        public RichParagraph getParagraph(int index) {
            var builder = RichParagraph.builder();
            Runs.addCode(builder, getPlainText(index), colours.line(index, lexers.of(language)));
            var look = new Decorations.Look(TranscriptStyles.CODE_LINE, Place.EDGE, true, false, List.of());
            return builder.setParagraphAttributes(StyleAttributeMap.builder()
                            .set(TranscriptModel.LOOK, look)
                            .build())
                    .build();
        }
    }
}
