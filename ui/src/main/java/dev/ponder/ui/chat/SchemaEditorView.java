package dev.ponder.ui.chat;

import dev.ponder.chat.AnswerSchema;
import dev.ponder.resources.Texts;
import dev.ponder.schema.SchemaException;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Edits the JSON Schema of an answer, and says at once whether answers can be held to it. */
final class SchemaEditorView extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final double GAP = 8;
    private static final int ROWS = 14;

    private static final String EXAMPLE = """
            {
              "title": "Recipe",
              "type": "object",
              "properties": {
                "name": { "type": "string", "maxLength": 60 },
                "minutes": { "type": "integer", "minimum": 1 },
                "ingredients": {
                  "type": "array",
                  "items": { "type": "string" }
                }
              },
              "required": ["name", "minutes", "ingredients"]
            }
            """;

    private final TextArea text = new TextArea();
    private final StringProperty verdict = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable AnswerSchema> schema = new ReadOnlyObjectWrapper<>();

    SchemaEditorView(@Nullable AnswerSchema edited) {
        super(GAP);
        text.setId("schema-text");
        text.getStyleClass().add(Styles.SCHEMA_TEXT);
        text.setPrefRowCount(ROWS);
        text.setAccessibleText(Texts.of("writing.schema.name"));
        text.setPromptText(Texts.of("writing.schema.prompt"));
        text.setText(edited == null ? "" : edited.text());
        var example = new Hyperlink(Texts.of("writing.schema.example"));
        example.setId("schema-example");
        example.setOnAction(_ -> text.setText(EXAMPLE.strip()));
        example.visibleProperty().bind(text.textProperty().isEmpty());
        example.managedProperty().bind(example.visibleProperty());
        var said = new WrappedText(verdict, Styles.MUTED, Styles.SMALL);
        said.setId("schema-verdict");
        getChildren().addAll(new WrappedText(Texts.of("writing.schema.about"), Styles.MUTED), text, example, said);
        text.textProperty().subscribe(this::judge);
    }

    /** The schema as it is written; null while it cannot be used. */
    ReadOnlyObjectProperty<@Nullable AnswerSchema> schemaProperty() {
        return schema.getReadOnlyProperty();
    }

    private void judge(String written) {
        boolean wrong = false;
        if (written.isBlank()) {
            schema.set(null);
            verdict.set("");
        } else {
            try {
                schema.set(AnswerSchema.parse(written));
                verdict.set(Texts.of("writing.schema.good"));
            } catch (SchemaException refused) {
                schema.set(null);
                verdict.set(refused.sentence());
                wrong = true;
            }
        }
        text.pseudoClassStateChanged(INVALID, wrong);
    }
}
