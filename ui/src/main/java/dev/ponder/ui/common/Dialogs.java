package dev.ponder.ui.common;

import dev.ponder.resources.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Questions in a window of their own. None of them waits: the answer comes as a call. */
public final class Dialogs {

    private static final double WIDTH = 440;
    private static final double FORM_WIDTH = 560;
    private static final double GAP = 12;

    private final Theme theme;

    /** Makes dialogs that wear a theme. */
    public Dialogs(Theme theme) {
        this.theme = theme;
    }

    /**
     * Asks before something is done.
     *
     * @param question the title, a question
     * @param text what will happen
     * @param yes the text of the button that does it
     */
    public void confirm(Window owner, String question, String text, String yes, Runnable onYes) {
        show(owner, question, new WrappedText(text), new ButtonType(yes, ButtonData.OK_DONE), onYes);
    }

    /**
     * Asks before something is done that cannot be undone: a word has to be typed first.
     *
     * @param word what has to be typed
     */
    public void confirmByTyping(Window owner, String question, String text, String word, String yes, Runnable onYes) {
        var field = new TextField();
        field.setAccessibleText(Texts.of("common.typed.label", word));
        var content =
                new VBox(GAP, new WrappedText(text), new WrappedText(Texts.of("common.typed.label", word)), field);
        var type = new ButtonType(yes, ButtonData.OK_DONE);
        var dialog = dialog(owner, question, content, type, onYes);
        if (dialog.getDialogPane().lookupButton(type) instanceof Button button) {
            button.getStyleClass().add(Styles.DANGER);
            button.disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> !field.getText().strip().equalsIgnoreCase(word), field.textProperty()));
        }
        dialog.setOnShown(_ -> field.requestFocus());
        dialog.show();
    }

    /**
     * Asks for something that is filled in.
     *
     * @param content the form
     * @param yes the text of the button that takes it
     * @param valid whether it can be taken
     */
    public void ask(
            Window owner, String title, Node content, String yes, ObservableValue<Boolean> valid, Runnable onYes) {
        var type = new ButtonType(yes, ButtonData.OK_DONE);
        var dialog = dialog(owner, title, content, type, onYes);
        dialog.getDialogPane().setPrefWidth(FORM_WIDTH);
        if (dialog.getDialogPane().lookupButton(type) instanceof Button button) {
            button.getStyleClass().add(Styles.ACCENT);
            button.disableProperty()
                    .bind(Bindings.createBooleanBinding(() -> !Boolean.TRUE.equals(valid.getValue()), valid));
        }
        dialog.show();
    }

    /** Shows something that is only read. */
    public void show(Window owner, String title, Node content) {
        var dialog = new Dialog<ButtonType>();
        prepare(dialog, owner, title, content);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(new ButtonType(Texts.of("common.dialog.close"), ButtonData.CANCEL_CLOSE));
        dialog.show();
    }

    private void show(Window owner, String title, Node content, ButtonType yes, Runnable onYes) {
        dialog(owner, title, content, yes, onYes).show();
    }

    private Dialog<ButtonType> dialog(Window owner, String title, Node content, ButtonType yes, Runnable onYes) {
        var dialog = new Dialog<ButtonType>();
        prepare(dialog, owner, title, content);
        var no = new ButtonType(Texts.of("common.dialog.cancel"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(yes, no);
        dialog.resultProperty().subscribe(result -> {
            if (yes.equals(result)) {
                onYes.run();
            }
        });
        return dialog;
    }

    private void prepare(Dialog<ButtonType> dialog, Window owner, String title, Node content) {
        dialog.initOwner(owner);
        dialog.setTitle(title);
        var pane = dialog.getDialogPane();
        var heading = new WrappedText(title, Styles.TITLE);
        var body = new VBox(GAP, heading, content);
        pane.setContent(body);
        pane.setPrefWidth(WIDTH);
        theme.dress(pane.getScene());
    }
}
