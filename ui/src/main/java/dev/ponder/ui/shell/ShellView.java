package dev.ponder.ui.shell;

import dev.ponder.ui.chat.ChatView;
import dev.ponder.ui.common.Announcer;
import dev.ponder.ui.common.NoticesView;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.ToastView;
import dev.ponder.ui.common.Toasts;
import java.util.ArrayList;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
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
     * @param settings a page that takes its place
     * @param models another
     * @param welcome another, for the first start
     * @param panel at the right, hidden at first
     */
    public record Parts(
            SidebarView sidebar,
            HeaderView header,
            NoticesView notices,
            ChatView chat,
            Region settings,
            Region models,
            Region welcome,
            Region panel) {}

    /** What can stand in the middle. */
    public enum Page {
        CHAT,
        SETTINGS,
        MODELS,
        WELCOME
    }

    /** Below this, at the usual size of text, there is no room for the list beside the conversation. */
    private static final double NARROW = 720;

    /** The conversation keeps this much beside the panel, else the panel takes its place. */
    private static final double LEAST_CHAT = 340;

    /** So much of the height can be banners. */
    private static final double NOTICES_SHARE = 0.4;

    private static final double TOAST_GAP = 16;

    private final Parts parts;
    private final HBox frame = new HBox();
    private final VBox middle = new VBox();
    private final ReadOnlyDoubleProperty scale;
    private boolean sidebarWanted = true;
    private boolean panelWanted;
    private Page page = Page.CHAT;

    /**
     * Lays the parts out.
     *
     * @param over what stands over all of it at times
     * @param announcer tells a screen reader what appears
     * @param scale of text, 1 for the usual size
     */
    public ShellView(Parts parts, Region over, Toasts toasts, Announcer announcer, ReadOnlyDoubleProperty scale) {
        this.parts = parts;
        this.scale = scale;
        getStyleClass().add(Styles.SHELL);
        var toast = new ToastView(toasts);
        StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
        var pages = new StackPane(parts.chat(), parts.settings(), parts.models(), parts.welcome(), toast);
        pages.setMinHeight(0);
        VBox.setVgrow(pages, Priority.ALWAYS);
        middle.getChildren().addAll(parts.header(), pages);
        // hidden parts take as long to be styled as others
        parts.notices().visibleProperty().subscribe(shown -> {
            if (shown && !middle.getChildren().contains(parts.notices())) {
                middle.getChildren().add(1, parts.notices());
            }
        });
        middle.setMinWidth(0);
        parts.notices().maxHeightProperty().bind(middle.heightProperty().multiply(NOTICES_SHARE));
        HBox.setHgrow(middle, Priority.ALWAYS);
        toast.translateYProperty()
                .bind(Bindings.when(parts.chat().visibleProperty())
                        .then(parts.chat().composerHeightProperty().negate())
                        .otherwise(-TOAST_GAP));
        getChildren().addAll(frame, over, announcer);
        widthProperty().subscribe(this::arrange);
        scale.subscribe(this::arrange);
        arrange();
    }

    /** Shows a page in the middle. */
    public void show(Page shown) {
        page = shown;
        parts.sidebar().setPage(shown);
        arrange();
    }

    /** The page in the middle. */
    public Page page() {
        return page;
    }

    /** Shows the list of conversations, or hides it. */
    public void toggleSidebar() {
        sidebarWanted = !isShown(parts.sidebar());
        place(sidebarWanted);
    }

    /** Shows the panel at the right, or hides it. */
    public void togglePanel() {
        panelWanted = !panelWanted;
        arrange();
    }

    private void arrange() {
        boolean chatting = page == Page.CHAT;
        show(parts.settings(), page == Page.SETTINGS);
        show(parts.models(), page == Page.MODELS);
        show(parts.welcome(), page == Page.WELCOME);
        show(parts.chat(), chatting);
        show(parts.header(), chatting);
        place(sidebarWanted && !isNarrow());
    }

    /** From left to right, which is also the order in which a tab leads through them. */
    private void place(boolean listShown) {
        boolean panelShown = panelWanted && page == Page.CHAT;
        show(parts.panel(), panelShown);
        double list = listShown ? parts.sidebar().prefWidth(-1) : 0;
        double chat = getWidth() - list - parts.panel().prefWidth(-1);
        boolean panelAlone = panelShown && getWidth() > 0 && chat < LEAST_CHAT * scale.get();
        HBox.setHgrow(parts.panel(), panelAlone ? Priority.ALWAYS : Priority.NEVER);
        var shown = new ArrayList<Node>();
        if (listShown) {
            shown.add(parts.sidebar());
        }
        if (!panelAlone) {
            shown.add(middle);
        }
        if (panelShown) {
            shown.add(parts.panel());
        }
        if (!frame.getChildren().equals(shown)) {
            frame.getChildren().setAll(shown);
        }
        parts.header().setSidebarShown(listShown);
    }

    private boolean isShown(Node part) {
        return frame.getChildren().contains(part);
    }

    private boolean isNarrow() {
        return getWidth() > 0 && getWidth() < NARROW * scale.get();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
