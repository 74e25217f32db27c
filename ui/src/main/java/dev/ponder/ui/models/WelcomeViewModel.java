package dev.ponder.ui.models;

import dev.ponder.models.catalog.CatalogChoice;
import dev.ponder.models.fit.Recommendation;
import dev.ponder.resources.DemoModel;
import dev.ponder.ui.chat.ModelService;
import dev.ponder.ui.models.QueueViewModel.Item;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What a first start offers: the model that suits this computer, or the demo model at once. Belongs to the JavaFX thread. */
public final class WelcomeViewModel {

    private final CatalogViewModel catalog;
    private final ModelService models;
    private final Runnable onChat;
    private final ReadOnlyObjectWrapper<@Nullable Recommendation> recommended = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Item> fetching = new ReadOnlyObjectWrapper<>();
    private boolean waiting;

    /**
     * Makes the view model.
     *
     * @param onChat shows a new conversation
     */
    public WelcomeViewModel(CatalogViewModel catalog, QueueViewModel queue, ModelService models, Runnable onChat) {
        this.catalog = catalog;
        this.models = models;
        this.onChat = onChat;
        catalog.offersProperty()
                .subscribe(offers -> recommended.set(
                        offers == null || offers.recommended().isEmpty()
                                ? null
                                : offers.recommended().getFirst()));
        queue.items().subscribe(() -> fetching.set(fileName().flatMap(queue::of).orElse(null)));
        queue.onFinished(this::onFinished);
    }

    /** The model that suits this computer; null before it was looked at, and where none fits. */
    public ReadOnlyObjectProperty<@Nullable Recommendation> recommendedProperty() {
        return recommended.getReadOnlyProperty();
    }

    /** Its download; null before it was started. */
    public ReadOnlyObjectProperty<@Nullable Item> fetchingProperty() {
        return fetching.getReadOnlyProperty();
    }

    /** Looks at this computer. */
    public void begin() {
        waiting = true;
        catalog.refresh();
    }

    /** Fetches the model that suits; once it is there it is loaded, and a conversation begins. */
    public void fetch() {
        var choice = recommended.get();
        if (choice != null) {
            catalog.fetch(choice.choice(), null);
        }
    }

    /** Begins a conversation with the demo model. */
    public void tryDemo() {
        waiting = false;
        models.load(DemoModel.ID);
        onChat.run();
    }

    /** The page was left for another one. */
    public void leave() {
        waiting = false;
    }

    private void onFinished(Path file) {
        if (waiting && fileName().filter(name -> file.endsWith(name)).isPresent()) {
            waiting = false;
            models.load(Sizes.nameOf(file));
            onChat.run();
        }
    }

    private Optional<String> fileName() {
        return Optional.ofNullable(recommended.get())
                .map(Recommendation::choice)
                .map(CatalogChoice::file)
                .map(file -> file.parts().getFirst().fileName());
    }
}
