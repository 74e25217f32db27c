package dev.ponder.ui.search;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.time.ZoneId;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A field over the window with what was found below it. Belongs to the JavaFX thread. */
public final class SearchPalette extends StackPane {

    private static final int PAGE = 8;

    private final SearchViewModel search;
    private final TextField field = new TextField();
    private final ListView<@Nullable SearchRow> list = new ListView<>();
    private final Runnable onHidden;

    /**
     * Makes the palette, which is hidden at first.
     *
     * @param zone in which days are told
     * @param onHidden gives the keyboard to somebody else, where nothing was chosen
     */
    public SearchPalette(SearchViewModel search, ZoneId zone, Runnable onHidden) {
        this.search = search;
        this.onHidden = onHidden;
        getStyleClass().add(Styles.SEARCH_SCRIM);
        prepareField();
        prepareList(zone);
        var thoughts = new CheckBox(Texts.of("search.thoughts.label"));
        thoughts.setId("search-thoughts");
        thoughts.setMinWidth(Region.USE_PREF_SIZE);
        thoughts.selectedProperty().bindBidirectional(search.thoughtsProperty());
        var status = new WrappedText(search.statusProperty(), Styles.MUTED);
        var top = new HBox(Icons.of(Feather.SEARCH), field, thoughts);
        top.getStyleClass().add(Styles.SEARCH_TOP);
        var foot = new StackPane(status);
        foot.getStyleClass().add(Styles.SEARCH_FOOT);
        StackPane.setAlignment(status, Pos.CENTER_LEFT);
        foot.visibleProperty().bind(search.statusProperty().isNotEmpty());
        foot.managedProperty().bind(foot.visibleProperty());
        var box = new VBox(top, list, foot);
        box.getStyleClass().add(Styles.SEARCH_BOX);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        visibleProperty().bind(search.shownProperty());
        search.shownProperty().subscribe(this::onShown);
        // the keyboard can be given only to what is in a window, and it is made when it is shown for the first time
        sceneProperty().subscribe(_ -> onShown(search.shownProperty().get()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                leave();
            }
        });
    }

    private void prepareField() {
        field.setId("search-field");
        field.setPromptText(Texts.of("search.field.prompt"));
        field.setAccessibleText(Texts.of("search.field.name"));
        field.textProperty().bindBidirectional(search.queryProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
    }

    private void prepareList(ZoneId zone) {
        list.setId("search-results");
        list.setAccessibleText(Texts.of("search.list.name"));
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new SearchCell(zone, search::choose));
        search.rows().addListener((ListChangeListener<SearchRow>) _ -> showRows());
        showRows();
    }

    private void showRows() {
        list.getItems().setAll(search.rows());
        boolean some = !search.rows().isEmpty();
        list.setManaged(some);
        list.setOpacity(some ? 1 : 0);
        if (some) {
            list.getSelectionModel().select(0);
            list.scrollTo(0);
        }
    }

    private void onShown(boolean shown) {
        if (shown) {
            field.requestFocus();
            field.selectAll();
        }
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> leave();
            case ENTER -> {
                var row = list.getSelectionModel().getSelectedItem();
                if (row != null) {
                    search.choose(row);
                }
            }
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(PAGE);
            case PAGE_UP -> move(-PAGE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int index = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + by, Math.min(0, last), last);
        if (index >= 0) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    private void leave() {
        search.hide();
        onHidden.run();
    }
}
