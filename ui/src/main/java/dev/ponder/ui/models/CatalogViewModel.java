package dev.ponder.ui.models;

import dev.ponder.downloads.Hub;
import dev.ponder.models.catalog.CatalogChoice;
import dev.ponder.ui.common.Notice.Kind;
import dev.ponder.ui.common.Notices;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.models.CatalogService.Offer;
import dev.ponder.ui.models.CatalogService.Offers;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What can be fetched, and which of it is shown. Belongs to the JavaFX thread. */
public final class CatalogViewModel {

    private final CatalogService service;
    private final Tasks tasks;
    private final Notices notices;
    private final Runnable onFetching;
    private final ReadOnlyObjectWrapper<@Nullable Offers> offers = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ObservableList<Offer> shown = FXCollections.observableArrayList();
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<ModelFilter.Kind> kind = new SimpleObjectProperty<>(ModelFilter.Kind.ALL);
    private final ObjectProperty<ModelFilter.Size> size = new SimpleObjectProperty<>(ModelFilter.Size.ALL);
    private final BooleanProperty fitting = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable String> open = new SimpleObjectProperty<>();

    /**
     * Makes the view model.
     *
     * @param onFetching told that something was started
     */
    public CatalogViewModel(CatalogService service, Tasks tasks, Notices notices, Runnable onFetching) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        this.onFetching = onFetching;
        words.subscribe(_ -> filter());
        kind.subscribe(_ -> filter());
        size.subscribe(_ -> filter());
        fitting.subscribe(_ -> filter());
    }

    /** The whole catalog as it was at the last look; null before there was one. */
    public ReadOnlyObjectProperty<@Nullable Offers> offersProperty() {
        return offers.getReadOnlyProperty();
    }

    /** Whether this computer is being looked at. */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** The models that the filters let through. */
    public ObservableList<Offer> shown() {
        return shown;
    }

    /** Words that have to occur in a model's name or description. */
    public StringProperty wordsProperty() {
        return words;
    }

    /** The kind of model that is shown. */
    public ObjectProperty<ModelFilter.Kind> kindProperty() {
        return kind;
    }

    /** The size of model that is shown. */
    public ObjectProperty<ModelFilter.Size> sizeProperty() {
        return size;
    }

    /** Whether only what fits is shown. */
    public BooleanProperty fittingProperty() {
        return fitting;
    }

    /** The id of the model whose files are shown; null for none. */
    public ObjectProperty<@Nullable String> openProperty() {
        return open;
    }

    /** Looks at the catalog, the memory that is free now, and what is here already. */
    public void refresh() {
        looking.set(true);
        tasks.call(service::offers, this::show, failure -> {
            looking.set(false);
            notices.show(Kind.MODEL, failure);
        });
    }

    /** Shows all models again. */
    public void clearFilters() {
        words.set("");
        kind.set(ModelFilter.Kind.ALL);
        size.set(ModelFilter.Size.ALL);
        fitting.set(false);
    }

    /** Opens a model's files, or closes them. */
    public void toggle(String id) {
        open.set(id.equals(open.get()) ? null : id);
    }

    /**
     * Starts to fetch a file.
     *
     * @param first who is asked first; null for whom the settings name
     */
    public void fetch(CatalogChoice choice, @Nullable Hub first) {
        tasks.run(() -> service.fetch(choice, first), onFetching, failure -> notices.show(Kind.MODEL, failure));
    }

    private void show(Offers found) {
        looking.set(false);
        offers.set(found);
        filter();
    }

    private void filter() {
        var all = offers.get();
        if (all != null) {
            var wanted = new ModelFilter(
                    words.get().strip().toLowerCase(Locale.ROOT), kind.get(), size.get(), fitting.get());
            shown.setAll(all.models().stream().filter(wanted::passes).toList());
        }
    }
}
