package dev.ponder.ui.common;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Room for something that is made when it is to be seen for the first time. */
public final class LazyPane extends StackPane {

    private final Supplier<? extends Node> content;

    /**
     * Makes the room, hidden at first.
     *
     * @param content makes what stands in it, once
     */
    public LazyPane(Supplier<? extends Node> content) {
        this.content = content;
        setVisible(false);
        visibleProperty().subscribe(visible -> {
            if (visible) {
                fill();
            }
        });
    }

    /** Makes what stands in it ahead of time, while nobody waits for it. */
    public void fill() {
        if (getChildren().isEmpty()) {
            getChildren().add(content.get());
        }
    }
}
