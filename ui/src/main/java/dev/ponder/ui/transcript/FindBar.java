package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The bar that finds words in a conversation: how often they occur, the next, the one before. */
final class FindBar extends HBox {

    private final Finder finder;
    private final Consumer<Finder.Hit> onHit;
    private final Consumer<Runs.Hits> onWords;
    private final Runnable onClosed;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private List<Finder.Hit> hits = List.of();
    private int current = -1;

    /**
     * A bar that is not shown.
     *
     * @param onHit goes to a place
     * @param onWords marks all places
     * @param onClosed takes the keyboard back
     */
    FindBar(Finder finder, Consumer<Finder.Hit> onHit, Consumer<Runs.Hits> onWords, Runnable onClosed) {
        this.finder = finder;
        this.onHit = onHit;
        this.onWords = onWords;
        this.onClosed = onClosed;
        getStyleClass().add(TranscriptStyles.FIND_BAR);
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        field.setPromptText(Texts.of("markdown.find.prompt"));
        field.setAccessibleText(Texts.of("markdown.find.prompt"));
        field.textProperty().subscribe(this::onText);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        count.getStyleClass().add(TranscriptStyles.FIND_COUNT);
        getChildren()
                .addAll(
                        field,
                        count,
                        Buttons.icon(Feather.CHEVRON_UP, Texts.of("markdown.find.previous"), () -> go(-1)),
                        Buttons.icon(Feather.CHEVRON_DOWN, Texts.of("markdown.find.next"), () -> go(1)),
                        Buttons.icon(Feather.X, Texts.of("markdown.find.close"), this::close));
        show(false);
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    /** Shows it and gives it the keyboard. */
    void open() {
        show(true);
        field.requestFocus();
        field.selectAll();
        onText(field.getText());
    }

    private void close() {
        show(false);
        finder.lookFor("");
        hits = List.of();
        onWords.accept(_ -> List.of());
        onClosed.run();
    }

    private void onKey(KeyEvent event) {
        boolean handled = true;
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> go(event.isShiftDown() ? -1 : 1);
            default -> handled = event.getCode() == KeyCode.F && event.isShortcutDown();
        }
        if (handled) {
            event.consume();
        }
    }

    private void onText(String words) {
        if (!isVisible()) {
            return;
        }
        finder.lookFor(words);
        hits = finder.hits();
        onWords.accept(finder::in);
        current = hits.size() - 1;
        go(1);
    }

    /** What is looked through is another text. */
    void onChange() {
        if (isVisible()) {
            hits = finder.hits();
            current = Math.min(current, hits.size() - 1);
            tell();
        }
    }

    private void go(int step) {
        if (!hits.isEmpty()) {
            current = Math.floorMod(current + step, hits.size());
            onHit.accept(hits.get(current));
        }
        tell();
    }

    private void tell() {
        count.setText(
                field.getText().isBlank()
                        ? ""
                        : hits.isEmpty()
                                ? Texts.of("markdown.find.none")
                                : Texts.of("markdown.find.count", current + 1, hits.size()));
        count.setAccessibleText(count.getText());
    }
}
