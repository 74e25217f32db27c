package dev.ponder.ui.chat;

import dev.ponder.attachments.Attachment;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** What goes with the message that is written: files with their tokens, and the form of the answer. */
final class EnclosedView extends FlowPane {

    private final ComposerViewModel composer;
    private final Runnable onEditSchema;

    EnclosedView(ComposerViewModel composer, Runnable onEditSchema) {
        this.composer = composer;
        this.onEditSchema = onEditSchema;
        setId("enclosed");
        getStyleClass().add(Styles.ENCLOSED_ROW);
        composer.enclosedProperty().subscribe(this::update);
        composer.weightProperty().subscribe(this::update);
        composer.readingProperty().subscribe(this::update);
        update();
    }

    private void update() {
        var chips = new ArrayList<Node>();
        var enclosed = composer.enclosedProperty().get();
        for (int i = 0; i < enclosed.attachments().size(); i++) {
            chips.add(attachment(enclosed.attachments().get(i), i));
        }
        var schema = enclosed.schema();
        if (schema != null) {
            var name = Texts.of("writing.schema.chip");
            chips.add(new Chip(Feather.CODE, schema.title().isEmpty() ? name : name + " · " + schema.title(), "")
                    .with(Feather.EDIT_2, Texts.of("writing.schema.edit"), onEditSchema)
                    .with(Feather.X, Texts.of("writing.schema.remove"), composer::removeSchema));
        }
        if (composer.readingProperty().get()) {
            var reading = new Label(Texts.of("writing.attach.reading"));
            reading.getStyleClass().add(Styles.MUTED);
            chips.add(reading);
        }
        getChildren().setAll(chips);
        setVisible(!chips.isEmpty());
        setManaged(!chips.isEmpty());
    }

    private Chip attachment(Attachment attachment, int index) {
        var weight = composer.weightProperty().get();
        var tokens = weight != null && index < weight.attachments().size()
                ? Texts.of("writing.attach.tokens", weight.attachments().get(index))
                : "";
        return new Chip(Feather.FILE_TEXT, attachment.name(), tokens)
                .with(
                        Feather.X,
                        Texts.of("writing.attach.remove", attachment.name()),
                        () -> composer.removeAttachment(index));
    }
}
