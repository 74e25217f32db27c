package dev.ponder.ui.models;

import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Progress;
import dev.ponder.models.fit.Recommendation;
import dev.ponder.resources.AppIcon;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.models.QueueViewModel.Item;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What greets whoever starts Ponder for the first time; it ends in a conversation. */
public final class WelcomeView extends ScrollPane {

    private static final double ICON = 72;

    private final WelcomeViewModel welcome;
    private final VBox card = new VBox();
    private final ProgressBar bar = new ProgressBar();
    private final Label state = Chips.small("");

    /**
     * Makes the view.
     *
     * @param onOthers shows all models
     */
    public WelcomeView(WelcomeViewModel welcome, Runnable onOthers) {
        this.welcome = welcome;
        getStyleClass().add(Styles.WELCOME_PAGE);
        var icon = new ImageView(new Image(AppIcon.address(128)));
        icon.setFitWidth(ICON);
        icon.setFitHeight(ICON);
        var title = new Label(Texts.of("welcome.page.title"));
        title.getStyleClass().add(Styles.TITLE);
        var text = new WrappedText(Texts.of("welcome.page.text"), Styles.MUTED);
        text.setTextAlignment(TextAlignment.CENTER);
        card.getStyleClass().addAll(Styles.CARD, Styles.WELCOME_CARD);
        var demo = Chips.button(Texts.of("welcome.demo.button"), Feather.PLAY, welcome::tryDemo);
        demo.setId("welcome-demo");
        var others = new Button(Texts.of("welcome.others.button"));
        others.setId("welcome-others");
        others.getStyleClass().add(Styles.FLAT);
        others.setOnAction(_ -> onOthers.run());
        var ways = new HBox(demo, others);
        ways.setAlignment(Pos.CENTER);
        ways.getStyleClass().add(Styles.LINE);
        var about = new WrappedText(Texts.of("welcome.demo.text"), Styles.MUTED, Styles.SMALL);
        about.setTextAlignment(TextAlignment.CENTER);
        var column = new VBox(icon, title, text, card, ways, about);
        column.setAlignment(Pos.CENTER);
        column.getStyleClass().add(Styles.WELCOME);
        setContent(column);
        setFitToWidth(true);
        setFitToHeight(true);
        bar.setMaxWidth(Double.MAX_VALUE);
        welcome.recommendedProperty().subscribe(_ -> show());
        welcome.fetchingProperty().subscribe((before, now) -> {
            show();
            if (now != null && now != before) {
                now.progressProperty().subscribe((Progress progress) -> show(progress));
            }
        });
        show();
    }

    private void show() {
        var recommended = welcome.recommendedProperty().get();
        var fetching = welcome.fetchingProperty().get();
        if (recommended == null) {
            card.getChildren().setAll(new WrappedText(Texts.of("catalog.recommended.looking"), Styles.MUTED));
        } else {
            card.getChildren().setAll(about(recommended), foot(recommended, fetching));
        }
    }

    private static Node about(Recommendation recommended) {
        var model = recommended.choice().model();
        var facts = new FlowPane(FitMark.plain(recommended.fit()), Chips.small(FitWords.speed(recommended.speed())));
        facts.getStyleClass().add(Styles.FACTS);
        var name = Chips.heading(model.name());
        name.getStyleClass().setAll("label", Styles.TITLE);
        var box = new VBox(
                Chips.small(Texts.of("welcome.card.reason")),
                name,
                new WrappedText(model.goodFor(), Styles.MUTED),
                facts);
        box.getStyleClass().add(Styles.QUESTION);
        return box;
    }

    private Node foot(Recommendation recommended, @Nullable Item fetching) {
        if (fetching != null) {
            var box = new VBox(bar, state);
            box.getStyleClass().add(Styles.DOWNLOAD);
            bar.setAccessibleText(Texts.of("queue.bar.name", fetching.name()));
            return box;
        }
        var fetch = Chips.button(
                Texts.of(
                        "welcome.card.fetch",
                        Sizes.bytes(recommended.choice().file().bytes())),
                Feather.DOWNLOAD,
                welcome::fetch);
        fetch.setId("welcome-fetch");
        fetch.getStyleClass().add(Styles.ACCENT);
        return new HBox(fetch);
    }

    private void show(Progress progress) {
        long size = progress.size().orElse(0);
        bar.setProgress(size == 0 ? 0 : (double) progress.bytes() / size);
        state.setText(
                progress.phase() instanceof Phase.Failed(var why)
                        ? String.valueOf(why.getMessage())
                        : Texts.of(
                                "welcome.card.state", DownloadWords.state(progress), DownloadWords.amount(progress)));
    }
}
