package dev.ponder.ui.shell;

import dev.ponder.ui.chat.ChatView;
import dev.ponder.ui.common.NoticesView;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.ToastView;
import dev.ponder.ui.common.Toasts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window's content: list at the left, header and banners above the page, the panel at the right. */
public final class ShellView extends StackPane {

    /**
     * What stands in the window.
     *
     * @param sidebar at the left
     * @param header above the conversation
     * @param notices below the header
     * @param chat the conversation; a toast stands above its composer
     * @param settings the page that takes its place
     * @param panel at the right, hidden at first
     */
    public record Parts(
            SidebarView sidebar,
            HeaderView header,
            NoticesView notices,
            ChatView chat,
            Region settings,
            Region panel) {}

    /** Below this, at the usual size of text, there is no room for the list beside the conversation. */
    private static final double NARROW = 720;

    private static final double TOAST_GAP = 16;

    private final Parts parts;
    private final BorderPane frame = new BorderPane();
    private final ReadOnlyDoubleProperty scale;
    private boolean sidebarWanted = true;
    private boolean panelWanted;
    private boolean settingsShown;

    /**
     * Lays the parts out.
     *
     * @param scale of text, 1 for the usual size
     */
    public ShellView(Parts parts, Toasts toasts, ReadOnlyDoubleProperty scale) {
        this.parts = parts;
        this.scale = scale;
        getStyleClass().add(Styles.SHELL);
        var toast = new ToastView(toasts);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        var page = new StackPane(parts.chat(), parts.settings(), toast);
        page.setMinHeight(0);
        VBox.setVgrow(page, Priority.ALWAYS);
        var middle = new VBox(parts.header(), parts.notices(), page);
        middle.setMinWidth(0);
        frame.setCenter(middle);
        toast.translateYProperty()
                .bind(Bindings.when(parts.chat().visibleProperty())
                        .then(parts.chat().composerHeightProperty().negate())
                        .otherwise(-TOAST_GAP));
        getChildren().add(frame);
        widthProperty().subscribe(this::arrange);
        scale.subscribe(this::arrange);
        arrange();
    }

    /** Shows the settings, or the conversation. */
    public void setSettingsShown(boolean shown) {
        settingsShown = shown;
        parts.sidebar().setSettingsShown(shown);
        arrange();
    }

    /** Whether the settings are shown. */
    public boolean isSettingsShown() {
        return settingsShown;
    }

    /** Shows the list of conversations, or hides it. */
    public void toggleSidebar() {
        sidebarWanted = frame.getLeft() == null;
        showSidebar(sidebarWanted);
    }

    /** Shows the panel at the right, or hides it. */
    public void togglePanel() {
        panelWanted = !panelWanted;
        arrange();
    }

    private void arrange() {
        show(parts.settings(), settingsShown);
        show(parts.chat(), !settingsShown);
        show(parts.header(), !settingsShown);
        boolean panelShown = panelWanted && !settingsShown;
        show(parts.panel(), panelShown);
        frame.setRight(panelShown ? parts.panel() : null);
        showSidebar(sidebarWanted && !isNarrow());
    }

    private void showSidebar(boolean shown) {
        frame.setLeft(shown ? parts.sidebar() : null);
        parts.header().setSidebarShown(shown);
    }

    private boolean isNarrow() {
        return getWidth() > 0 && getWidth() < NARROW * scale.get();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
