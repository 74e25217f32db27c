package dev.ponder.ui.transcript;

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

    /** Paragraphs above the screen that are real. */
    private static final int MARGIN = 6;

    private final TranscriptArea area;
    private final TailFollower follower;
    private final Text font;
    private final Runnable remake;
    private int near;
    private boolean areSome;

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
        follower.followingProperty().subscribe(following -> {
            if (!following) {
                bring();
            }
        });
    }

    /** Whether a paragraph is far from the end, and the end what is shown. */
    boolean contain(int index, int size) {
        if (near == 0) {
            near = MARGIN + (int) (area.getHeight() / lineHeight());
        }
        return follower.followingProperty().get() && index < size - near;
    }

    /** What stands in for a line. */
    Region standIn(Line line) {
        areSome = true;
        double height = Math.max(1, Math.ceil(line.text().length() / LINE)) * lineHeight();
        return new Space(height);
    }

    /** Whether there are some now. */
    boolean areSome() {
        return areSome;
    }

    private double lineHeight() {
        return Math.max(1, font.getLayoutBounds().getHeight() * SPACED);
    }

    /** To be called after each layout: none of them stays on the screen. */
    void onLayout() {
        var cells = area.cells();
        if (!follower.followingProperty().get() || cells.isEmpty()) {
            return;
        }
        near = cells.size() + MARGIN;
        if (areSome && cells.stream().anyMatch(FarParagraphs::isStandIn)) {
            bring();
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
            remake.run();
            area.layout();
            near = 0;
        }
    }

    /** Nothing, of some height. */
    private static final class Space extends Region {
        Space(double height) {
            setMinHeight(height);
            setPrefHeight(height);
        }
    }
}
