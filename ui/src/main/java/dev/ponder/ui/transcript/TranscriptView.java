package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Fx;
import dev.ponder.ui.common.Measure;
import dev.ponder.ui.markdown.Mark;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Shows a transcript: one document in a column of about 72 characters. Sizes follow the font size that the view
 * inherits; colours are those of the theme. Belongs to the JavaFX thread.
 */
public final class TranscriptView extends StackPane {

    /** As wide as the column. */
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination COPY_MARKDOWN =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final double LEAST_MARGIN = 24;
    private static final double TOP = 24;
    private static final double BOTTOM = 16;

    private final TranscriptViewModel viewModel;
    private final TranscriptArea area;
    private final Requests requests;
    private final BlockViews blocks;
    private final MessageBar bar;
    private final MessageAtHand hand;
    private final TranscriptMenu menu;
    private final TailFollower follower;
    private final Formulas formulas;
    private final Lexers lexers;
    private final Runs runs;
    private final SteadyView steady;
    private final FarParagraphs far;
    private final Pane overlay = new Pane();
    private final Measure measure = new Measure();
    private final Text status = new Text();
    private Subscription layoutPulse = Subscription.EMPTY;
    private @Nullable FindBar find;

    /**
     * Makes the view of a transcript.
     *
     * @param viewModel what is shown; has one view at most
     * @param actions what the user's requests do
     */
    public TranscriptView(TranscriptViewModel viewModel, TranscriptActions actions) {
        this.viewModel = viewModel;
        area = new TranscriptArea(viewModel.document());
        requests = new Requests(viewModel, actions);
        formulas = new Formulas(Thread.ofVirtual()::start, Fx::later, this::onFormulas);
        lexers = new Lexers(Thread.ofVirtual()::start, Fx::later, this::restyle);
        blocks = new BlockViews(requests, formulas);
        runs = new Runs(viewModel.document(), lexers, formulas);
        bar = new MessageBar(actions, requests::copyMessage, id -> requests.editThought(id, true));
        hand = new MessageAtHand(area, viewModel.document(), blocks, bar);
        menu = new TranscriptMenu(area, viewModel, requests, actions);
        follower = new TailFollower(area);
        steady = new SteadyView(area, follower);
        far = new FarParagraphs(area, follower, measure, this::restyle);
        getStyleClass().add(TranscriptStyles.TRANSCRIPT);
        area.setAccessibleText(Texts.of("transcript.document.name"));
        overlay.setPickOnBounds(false);
        overlay.getChildren().addAll(measure, status(), bar);
        measure.widthProperty().subscribe(this::requestLayout);
        getChildren().addAll(area, overlay, latestButton());
        viewModel.document().setListener(new Changes());
        resetModel();
        addHandlers();
        sceneProperty().subscribe(this::onScene);
        // what it shows may have come before it, and nobody tells it of that again
        if (!viewModel.emptyProperty().get()) {
            follower.expectEnd();
            follower.follow();
        }
    }

    /** A text that only a screen reader finds, changed when something begins or ends. */
    private Node status() {
        status.getStyleClass().add(TranscriptStyles.STATUS);
        status.setManaged(false);
        status.setOpacity(0);
        status.setMouseTransparent(true);
        status.setAccessibleRole(AccessibleRole.TEXT);
        viewModel.announcementProperty().subscribe(text -> {
            status.setText(text);
            status.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
        return status;
    }

    private Button latestButton() {
        var button = Buttons.icon(Feather.ARROW_DOWN, Texts.of("transcript.latest.button"), this::showLatest);
        button.getStyleClass().removeAll(TranscriptStyles.FLAT, TranscriptStyles.BAR_BUTTON);
        button.getStyleClass().add(TranscriptStyles.LATEST);
        button.visibleProperty().bind(follower.awayProperty());
        button.managedProperty().bind(button.visibleProperty());
        setAlignment(button, Pos.BOTTOM_CENTER);
        setMargin(button, new Insets(0, 0, BOTTOM, 0));
        return button;
    }

    private void addHandlers() {
        addEventFilter(MouseEvent.MOUSE_MOVED, event -> hand.onMouse(event.getScreenX(), event.getScreenY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hand.onMouseGone());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        area.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::onContextMenu);
        area.getInputMap().registerKey(KeyBinding.of(KeyCode.TAB), RichTextArea.Tag.FOCUS_NEXT);
        area.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onFindKey);
        bar.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                area.requestFocus();
                event.consume();
            }
        });
    }

    private void onFindKey(KeyEvent event) {
        if (FIND.match(event)) {
            find();
            event.consume();
        }
    }

    /** A link shows its address first. */
    private void onClick(MouseEvent event) {
        var onLink = event.getPickResult().getIntersectedNode() instanceof Text text
                && (text.getStyleClass().contains(TranscriptStyles.LINK)
                        || text.getStyleClass().contains(TranscriptStyles.IMAGE));
        if (onLink && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            var position = area.getTextPosition(event.getScreenX(), event.getScreenY());
            if (position != null && openLink(position)) {
                event.consume();
            }
        }
    }

    private boolean openLink(TextPos position) {
        if (position.index() >= viewModel.document().size()
                || !(viewModel.document().line(position.index()) instanceof TextLine line)) {
            return false;
        }
        for (var run : line.spans()) {
            boolean isThere = run.start() <= position.charIndex() && position.charIndex() < run.end();
            if (isThere && (run.is(Mark.LINK) || run.is(Mark.IMAGE))) {
                requests.openLink(run.target());
                return true;
            }
        }
        return false;
    }

    /** Opens the bar that finds words in the conversation. */
    public void find() {
        if (find == null) {
            find = new FindBar(new Finder(viewModel.document()), this::showHit, this::markHits, area::requestFocus);
            setAlignment(find, Pos.TOP_RIGHT);
            getChildren().add(find);
        }
        find.open();
    }

    private void markHits(Runs.Hits hits) {
        runs.mark(hits);
        restyle();
    }

    private void showHit(Finder.Hit hit) {
        follower.stay();
        area.select(TextPos.ofLeading(hit.line(), hit.start()), TextPos.ofLeading(hit.line(), hit.end()));
    }

    private void onFormulas() {
        blocks.forgetFormulas();
        restyle();
    }

    private void restyle() {
        if (area.getModel() instanceof TranscriptModel model
                && !viewModel.emptyProperty().get()) {
            model.restyle();
        }
    }

    /** Enter on a block does what its button does. */
    private void onKey(KeyEvent event) {
        var caret = area.getCaretPosition();
        boolean plain = !event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
        if (COPY_MARKDOWN.match(event)) {
            area.copyMarkdown();
            event.consume();
        }
        boolean isEnter = plain && event.getCode() == KeyCode.ENTER && caret != null;
        if (isEnter && (requests.act(caret.index()) || openLink(caret))) {
            event.consume();
        }
    }

    private void onContextMenu(ContextMenuEvent event) {
        event.consume();
        var position = event.isKeyboardTrigger()
                ? area.getCaretPosition()
                : area.getTextPosition(event.getScreenX(), event.getScreenY());
        if (position != null && !viewModel.emptyProperty().get()) {
            menu.hide();
            menu.fill(position.index());
            menu.show(area, event.getScreenX(), event.getScreenY());
        }
    }

    private void onScene(@Nullable Scene scene) {
        layoutPulse.unsubscribe();
        layoutPulse = Subscription.EMPTY;
        if (scene != null) {
            Runnable afterLayout = this::afterLayout;
            scene.addPostLayoutPulseListener(afterLayout);
            layoutPulse = () -> scene.removePostLayoutPulseListener(afterLayout);
        }
    }

    private void afterLayout() {
        follower.onLayout();
        steady.onLayout();
        far.onLayout();
        hand.place();
    }

    @Override
    protected void layoutChildren() {
        double column = measure.widthProperty().getValue();
        double margin = Math.max(LEAST_MARGIN, Math.floor((getWidth() - column) / 2));
        var padding = new Insets(TOP, margin, BOTTOM, margin);
        if (!padding.equals(area.getContentPadding())) {
            area.setColumn(getWidth() - 2 * margin, padding);
        }
        super.layoutChildren();
    }

    /** Goes to the end of the transcript and stays there while it grows. */
    public void showLatest() {
        follower.follow();
    }

    /** Brings an item to the upper edge, and no longer follows the end. Nothing happens where there is none with this id. */
    public void reveal(String id) {
        var entry = viewModel.document().entry(id);
        if (entry != null) {
            follower.leave();
            area.select(TextPos.ofLeading(entry.start, 0));
            steady.bring(entry.start);
            area.requestLayout();
        }
    }

    /** Puts the keyboard's focus on the document. */
    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /** Whether everything asked for elsewhere is there: formulas, and the colours of code. */
    boolean isSettled() {
        return formulas.isSettled() && lexers.isSettled();
    }

    TranscriptArea area() {
        return area;
    }

    MessageBar bar() {
        return bar;
    }

    TailFollower follower() {
        return follower;
    }

    FarParagraphs far() {
        return far;
    }

    private void resetModel() {
        // the control lays out what it is given at once, from its beginning
        var model = new TranscriptModel(viewModel.document(), blocks, runs, far);
        area.setModel(model);
        area.select(TextPos.ZERO);
        model.open();
    }

    private void tellFind() {
        if (find != null) {
            find.onChange();
        }
    }

    /** Passes changes of the document on to the control. */
    private final class Changes implements TranscriptDocument.Listener {
        @Override
        public void replaced() {
            steady.forget();
            follower.expectEnd();
            far.forget();
            resetModel();
            tellFind();
            follower.follow();
        }

        @Override
        public void changed(int from, List<Line> removed, List<Line> added) {
            if (area.getModel() instanceof TranscriptModel model) {
                if (model.moves(from, removed, added)) {
                    steady.onChange(from, removed.size(), added.size());
                }
                model.onChanged(from, removed, added);
                tellFind();
            }
        }
    }
}
