package dev.ponder.ui.chat;

import dev.ponder.resources.Texts;
import dev.ponder.ui.chat.ModelService.Group;
import dev.ponder.ui.chat.ModelService.ModelChoice;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The list of models behind the button in the header. */
public final class ModelPickerView extends VBox {

    private static final double HEIGHT = 320;

    private final ModelsViewModel models;
    private final ChatViewModel chat;
    private final Runnable onClosed;
    private final VBox rows = new VBox();
    private boolean loading;

    /**
     * Makes the view.
     *
     * @param onChooseFile asks for a file
     * @param onPanel opens the panel with the model's settings
     * @param onClosed closes what this stands in
     */
    public ModelPickerView(
            ModelsViewModel models, ChatViewModel chat, Runnable onChooseFile, Runnable onPanel, Runnable onClosed) {
        this.models = models;
        this.chat = chat;
        this.onClosed = onClosed;
        getStyleClass().add(Styles.MODEL_LIST);
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT);
        scroll.setFocusTraversable(false);
        var file = action("models.picker.file", Feather.FOLDER, onChooseFile);
        var panel = action("models.picker.settings", Feather.SLIDERS, onPanel);
        getChildren().addAll(scroll, new Separator(), file, panel);
        models.choices().addListener((ListChangeListener<ModelChoice>) _ -> rebuild());
        chat.modelProperty().subscribe(this::onModel);
    }

    private void onModel(ModelState state) {
        // progress comes often and changes no row
        boolean loads = state instanceof ModelState.Loading;
        if (!loads || !loading) {
            rebuild();
        }
        loading = loads;
    }

    private void rebuild() {
        int focused = focusedRow();
        rows.getChildren().clear();
        for (var group : Group.values()) {
            var members =
                    models.choices().stream().filter(c -> c.group() == group).toList();
            if (!members.isEmpty()) {
                rows.getChildren().add(heading(group));
                members.forEach(choice -> rows.getChildren().add(row(choice)));
            }
        }
        if (focused >= 0 && focused < rows.getChildren().size()) {
            rows.getChildren().get(focused).requestFocus();
        }
    }

    private int focusedRow() {
        for (int i = 0; i < rows.getChildren().size(); i++) {
            if (rows.getChildren().get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private static Label heading(Group group) {
        var label = new Label(
                switch (group) {
                    case DEMO -> Texts.of("models.group.demo");
                    case RECENT -> Texts.of("models.group.recent");
                    case LIBRARY -> Texts.of("models.group.library");
                });
        label.getStyleClass().addAll(Styles.CONVERSATION_HEADING);
        return label;
    }

    private Node row(ModelChoice choice) {
        var name = new Label(choice.name());
        var detail = new Label(choice.detail());
        detail.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        var texts = new VBox(name, detail);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var line = new HBox(texts);
        if (isInUse(choice)) {
            line.getChildren().add(Icons.of(Feather.CHECK));
        }
        var button = new Button();
        button.setGraphic(line);
        button.setAccessibleText(isInUse(choice) ? Texts.of("models.row.inuse", choice.name()) : choice.name());
        return prepared(button, () -> models.choose(choice));
    }

    private boolean isInUse(ModelChoice choice) {
        return chat.modelProperty().get() instanceof ModelState.Ready(var facts)
                && facts.id().equals(choice.id());
    }

    private Button action(String key, Feather icon, Runnable run) {
        return prepared(new Button(Texts.of(key), Icons.of(icon)), run);
    }

    private Button prepared(Button button, Runnable run) {
        button.getStyleClass().addAll(Styles.FLAT, Styles.MODEL_ROW);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            onClosed.run();
            run.run();
        });
        return button;
    }
}
