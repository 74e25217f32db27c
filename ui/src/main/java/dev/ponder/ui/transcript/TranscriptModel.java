package dev.ponder.ui.transcript;

import dev.ponder.ui.transcript.Decorations.Look;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import jfx.incubator.scene.control.richtext.StyleResolver;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttribute;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.model.StyledSegment;
import jfx.incubator.scene.control.richtext.model.StyledTextModelViewOnlyBase;
import org.jspecify.annotations.Nullable;

/** The lines of a document as the text control reads them: paragraphs are made when they come near the screen. */
final class TranscriptModel extends StyledTextModelViewOnlyBase {

    /** How a paragraph looks. */
    static final StyleAttribute<Look> LOOK = new StyleAttribute<>("ponder-look", Look.class, true);

    /** Style classes of a run of characters, separated by spaces. */
    static final StyleAttribute<String> RUN = new StyleAttribute<>("ponder-run", String.class, false);

    private final TranscriptDocument document;
    private final BlockViews regions;
    private final Runs runs;
    private final FarParagraphs far;
    private boolean isOpen;

    TranscriptModel(TranscriptDocument document, BlockViews regions, Runs runs, FarParagraphs far) {
        this.document = document;
        this.regions = regions;
        this.runs = runs;
        this.far = far;
    }

    /** Has the lines of the document; until then there is one empty line, so that the control has little to lay out. */
    void open() {
        isOpen = true;
        restyle();
    }

    /** What it shows, whether the control has its paragraphs or stand-ins for them. */
    TranscriptDocument document() {
        return document;
    }

    @Override
    public int size() {
        return isOpen ? Math.max(1, document.size()) : 1;
    }

    @Override
    public String getPlainText(int index) {
        return isOpen && index < document.size() ? document.line(index).text() : "";
    }

    @Override
    public StyleAttributeMap getStyleAttributeMap(@Nullable StyleResolver resolver, TextPos position) {
        return StyleAttributeMap.EMPTY;
    }

    @Override
    public RichParagraph getParagraph(int index) {
        if (!isOpen || index >= document.size()) {
            return RichParagraph.builder().build();
        }
        var read = document.line(index);
        if (far.contain(index, document)) {
            return new Block(read, () -> far.standIn(read));
        }
        return switch (read) {
            case TextLine line -> paragraph(line, index);
            case BlockLine line -> new Block(line, () -> regions.of(line));
        };
    }

    private RichParagraph paragraph(TextLine line, int index) {
        var builder = RichParagraph.builder();
        runs.addTo(builder, line, index);
        boolean fromTheRight = line.isRightToLeft();
        var look = new Look(
                classes(line), line.place(), line.paper() == TextLine.Paper.CODE, fromTheRight, runs.marked(line));
        var attributes = StyleAttributeMap.builder().set(LOOK, look);
        if (fromTheRight) {
            attributes.set(StyleAttributeMap.TEXT_ALIGNMENT, TextAlignment.RIGHT);
        }
        return builder.setParagraphAttributes(attributes.build()).build();
    }

    private static String classes(TextLine line) {
        var classes =
                TranscriptStyles.of(line.paper()) + " " + line.edge().name().toLowerCase(Locale.ROOT);
        return line.text().isEmpty() ? classes + " " + TranscriptStyles.BLANK : classes;
    }

    /** Has everything on the screen made anew, as it looks different though it says the same. */
    void restyle() {
        fireStyleChangeEvent(TextPos.ZERO, getDocumentEnd());
    }

    /** Tells the control what changed, so that its selection and its place stay with the text. */
    void onChanged(int from, List<Line> removed, List<Line> added) {
        if (isGrowthAtTheEnd(from, removed, added)) {
            // no position before the growth moves; an edit would move the view's origin
            fireStyleChangeEvent(TextPos.ofLeading(Math.min(from, size() - 1), 0), getDocumentEnd());
        } else {
            var change = TextChange.of(document, from, removed, added);
            fireChangeEvent(change.start(), change.end(), change.charsTop(), change.linesAdded(), change.charsBottom());
        }
    }

    /** Whether a change is more than growth at the end, so that what is on the screen may move. */
    boolean moves(int from, List<Line> removed, List<Line> added) {
        return !isGrowthAtTheEnd(from, removed, added);
    }

    private boolean isGrowthAtTheEnd(int from, List<Line> removed, List<Line> added) {
        if (added.size() < removed.size() || document.size() - from - added.size() > 1 || document.size() == 1) {
            return false;
        }
        for (int i = 0; i < removed.size(); i++) {
            if (!added.get(i).text().startsWith(removed.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    /** A paragraph that a region draws, and that still has a text to copy. */
    private static final class Block extends RichParagraph {
        private final Line line;
        private final Supplier<Region> region;

        Block(Line line, Supplier<Region> region) {
            this.line = Objects.requireNonNull(line);
            this.region = region;
        }

        @Override
        public Supplier<Region> getParagraphRegion() {
            return region;
        }

        @Override
        public String getPlainText() {
            return line.text();
        }

        @Override
        public int getSegmentCount() {
            return 1;
        }

        @Override
        public StyledSegment getSegment(int index) {
            return StyledSegment.of(line.text());
        }
    }
}
