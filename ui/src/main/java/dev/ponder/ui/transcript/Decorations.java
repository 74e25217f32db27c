package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Icons;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import jfx.incubator.scene.control.richtext.skin.CellContext;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Puts a paragraph in its place: space, bars of quotes, what hangs before it. None of that is text, so that a selection
 * passes by; a text flow leaves its unmanaged children where they are.
 */
final class Decorations {

    private static final double CODE_SIZE = 0.88;
    private static final double SHEET = 1.15;
    private static final double HANG = 0.5;
    private static final double BAR = 3;
    private static final double BEHIND = 1;
    private static final double ICON_DROP = 0.18;

    /**
     * How a paragraph looks.
     *
     * @param classes style classes, separated by spaces
     * @param hits what was found in it: offsets of the first character and after the last
     */
    record Look(String classes, Place place, boolean isCode, boolean fromTheRight, List<int[]> hits) {}

    private Decorations() {}

    static void decorate(CellContext cell, Look look) {
        var node = cell.getNode();
        node.getStyleClass().addAll(look.classes().split(" ", -1));
        if (node instanceof TextFlow flow) {
            if (!look.place().isPlain()) {
                place(cell, flow, look);
            }
            look.hits().forEach(hit -> addHit(flow, hit[0], hit[1]));
        }
    }

    /** The control's own highlights would leave the paragraph's padding out of account. */
    private static void addHit(TextFlow flow, int start, int end) {
        var mark = new Path();
        mark.getStyleClass().add(TranscriptStyles.HIT);
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        mark.setViewOrder(BEHIND);
        flow.getChildren().add(mark);
        Runnable place = () -> mark.getElements().setAll(flow.getRangeShape(start, end, false));
        flow.heightProperty().subscribe(place);
        flow.widthProperty().subscribe(place);
        flow.insetsProperty().subscribe(place);
    }

    private static void place(CellContext cell, TextFlow flow, Look look) {
        var place = look.place();
        boolean fromTheRight = look.fromTheRight();
        cell.addStyle(look.isCode() ? sheet(flow, place) : padding(place, fromTheRight));
        for (var bar : place.bars()) {
            addBar(flow, bar.at() / place.indent(), bar.begins(), fromTheRight);
        }
        if (!place.marker().isEmpty()) {
            addMarker(flow, place, fromTheRight);
        }
    }

    private static String padding(Place place, boolean fromTheRight) {
        double left = fromTheRight ? 0 : place.indent();
        return String.format(
                Locale.ROOT, "-fx-padding: %.2fem %.2fem 0 %.2fem;", place.above(), place.indent() - left, left);
    }

    /** Code stands on a sheet that is moved as a whole. */
    private static String sheet(TextFlow flow, Place place) {
        double left = place.indent() / CODE_SIZE;
        double bottom =
                flow.getStyleClass().contains("last") || flow.getStyleClass().contains("only") ? 0.8 : 0;
        return String.format(
                Locale.ROOT,
                "-fx-background-insets: 0 0 0 %.2fem; -fx-padding: 0 %.2fem %.2fem %.2fem;",
                left,
                SHEET,
                bottom,
                left + SHEET);
    }

    private static void addBar(TextFlow flow, double part, boolean begins, boolean fromTheRight) {
        var bar = new Region();
        bar.getStyleClass().add(TranscriptStyles.QUOTE_BAR);
        bar.setManaged(false);
        flow.getChildren().add(bar);
        Runnable place = () -> {
            var insets = flow.getInsets();
            double x = fromTheRight ? flow.getWidth() - insets.getRight() * part - BAR : insets.getLeft() * part;
            double y = begins ? insets.getTop() : 0;
            bar.resizeRelocate(x, y, BAR, flow.getHeight() - y);
        };
        flow.heightProperty().subscribe(place);
        flow.widthProperty().subscribe(place);
        flow.insetsProperty().subscribe(place);
    }

    private static void addMarker(TextFlow flow, Place place, boolean fromTheRight) {
        var marker = marker(place.marker());
        marker.setManaged(false);
        marker.setMouseTransparent(true);
        flow.getChildren().add(marker);
        Runnable put = () -> {
            var insets = flow.getInsets();
            double em = (fromTheRight ? insets.getRight() : insets.getLeft()) / place.indent();
            double width = marker.getLayoutBounds().getWidth();
            double gap = HANG * em;
            marker.setLayoutX(
                    fromTheRight ? flow.getWidth() - insets.getRight() + gap : insets.getLeft() - gap - width);
            // an icon stands on the line of the text; a letter of the same font has its place already
            double lower = marker instanceof FontIcon ? ICON_DROP * em : 0;
            marker.setLayoutY(insets.getTop() + marker.getBaselineOffset() + lower);
        };
        marker.layoutBoundsProperty().subscribe(put);
        flow.insetsProperty().subscribe(put);
        flow.widthProperty().subscribe(put);
    }

    private static Text marker(String sign) {
        boolean isTask = sign.equals(Place.OPEN) || sign.equals(Place.DONE);
        if (!isTask) {
            var text = new Text(sign);
            text.getStyleClass().add(TranscriptStyles.MARKER);
            return text;
        }
        var icon = Icons.inText(sign.equals(Place.DONE) ? Feather.CHECK_SQUARE : Feather.SQUARE);
        if (sign.equals(Place.DONE)) {
            icon.getStyleClass().add(TranscriptStyles.TASK_DONE);
        }
        return icon;
    }
}
