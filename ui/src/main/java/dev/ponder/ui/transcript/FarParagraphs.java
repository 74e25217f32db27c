package dev.ponder.ui.transcript;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Paragraphs that nobody is about to see. After any change the control makes two hundred of them above the screen, to know
 * how high they are (VFlow.layoutCells in JavaFX 26). While the end is followed they are light stand-ins of about their
 * height instead; whatever the user does about the place brings the real ones first.
 */
final class FarParagraphs {

    /** As many characters as a line of the column has, about. */
    private static final double LINE = 80;

    /** Height of a line of the column, in lines of its font. */
    private static final double SPACED = 1.6;

    /** Real ones fill the screen so many times, as far as heights are known before. */
    private static final double MARGIN = 1.5;

    /** Paragraphs above the screen that are real once it is known how many are on it. */
    private static final int ABOVE = 3;

    /** As many lines at most come or go at the end with one change. More of them are answers that were read, farther up. */
    private static final int STEP = 10;

    private final TranscriptArea area;
    private final TailFollower follower;
    private final Text font;
    private final Runnable remake;
    private int near;
    private int size;
    private boolean areSome;
    private boolean isOnTheWay;

    /**
     * Makes them for a text control.
     *
     * @param font a text in the font of the column
     * @param remake has the control ask for all paragraphs again
     */
    FarParagraphs(TranscriptArea area, TailFollower follower, Text font, Runnable remake) {
        this.area = area;
        this.follower = follower;
        this.font = font;
        this.remake = remake;
        follower.beforeUser(this::bring);
        follower.lightly(this::lightly);
        follower.followingProperty().subscribe(following -> {
            if (!following) {
                bring();
            }
        });
    }

    /** Whether a paragraph is far from the end of a document, and the end what is shown. */
    boolean contain(int index, TranscriptDocument document) {
        if (!follower.followingProperty().get()) {
            return false;
        }
        if (isOnTheWay) {
            return true;
        }
        if (size == 0) {
            near = Math.max(near, near(document));
        } else if (near < size) {
            near += Math.min(STEP, Math.abs(document.size() - size));
        }
        size = document.size();
        return index < size - near;
    }

    /** How many paragraphs at the end fill the screen and a part of the next. */
    private int near(TranscriptDocument document) {
        double missing = area.getHeight() * MARGIN;
        int line = document.size();
        while (line > 0 && missing > 0) {
            line--;
            missing -= height(document.line(line));
        }
        return document.size() - line;
    }

    /** Everything is different. */
    void forget() {
        near = 0;
        size = 0;
    }

    /** What stands in for a line. */
    Region standIn(Line line) {
        areSome = true;
        return new Space(height(line));
    }

    private double height(Line line) {
        double lines = Math.max(1, Math.ceil(line.text().length() / LINE));
        return lines * Math.max(1, font.getLayoutBounds().getHeight() * SPACED);
    }

    /** Whether there are some now. */
    boolean areSome() {
        return areSome;
    }

    /** To be called after each layout: none of them stays on the screen. */
    void onLayout() {
        if (!follower.followingProperty().get()) {
            return;
        }
        var cells = area.cells();
        near = cells.size() + ABOVE;
        while (cells.stream().anyMatch(FarParagraphs::isStandIn)) {
            near = 2 * Math.max(near, cells.size());
            remake();
            cells = area.cells();
        }
    }

    private static boolean isStandIn(Region cell) {
        return cell instanceof BorderPane pane && pane.getCenter() instanceof Space;
    }

    /** Has the real ones laid out in place of stand-ins. */
    private void bring() {
        if (areSome) {
            near = Integer.MAX_VALUE;
            areSome = false;
            remake();
            forget();
        }
    }

    /** Goes somewhere by stand-ins alone. */
    private void lightly(Runnable going) {
        isOnTheWay = true;
        try {
            remake.run();
            going.run();
        } finally {
            isOnTheWay = false;
            remake.run();
        }
    }

    private void remake() {
        remake.run();
        area.layout();
    }

    /** Nothing, of some height. */
    private static final class Space extends Region {
        Space(double height) {
            setMinHeight(height);
            setPrefHeight(height);
        }

        /** None: nothing of it is a matter of style, and looking for what might be takes most of its time. */
        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return List.of();
        }
    }
}
