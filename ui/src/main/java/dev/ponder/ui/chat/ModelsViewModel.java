package dev.ponder.ui.chat;

import dev.ponder.ui.chat.ModelService.ModelChoice;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models that can be chosen. Belongs to the JavaFX thread. */
public final class ModelsViewModel {

    private final ModelService models;
    private final Tasks tasks;
    private final Notices notices;
    private final ObservableList<ModelChoice> choices = FXCollections.observableArrayList();

    /** Makes the view model. */
    public ModelsViewModel(ModelService models, Tasks tasks, Notices notices) {
        this.models = models;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** The choices as they were at the last look. */
    public ObservableList<ModelChoice> choices() {
        return choices;
    }

    /** Looks which there are. */
    public void refresh() {
        tasks.call(models::choices, this::show, failure -> notices.show(Kind.MODEL, failure));
    }

    private void show(List<ModelChoice> found) {
        if (!found.equals(choices)) {
            choices.setAll(found);
        }
    }

    /** Loads one of them. */
    public void choose(ModelChoice choice) {
        models.load(choice.id());
    }

    /** Loads a file that the user chose or confirmed. */
    public void choose(Path file) {
        models.load(file.toString());
    }

    /** Gives up loading. */
    public void cancel() {
        models.cancel();
    }
}
