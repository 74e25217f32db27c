package dev.ponder.ui.latex;

import java.awt.geom.PathIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * A formula as an outline to be filled with the colour of text.
 *
 * @param path in the path language of SVG 1.1, section 8.3
 * @param width of the outline, in em
 * @param height of the outline, in em
 * @param depth how much of the height is below the line of the text, in em
 */
public record FormulaOutline(String path, double width, double height, double depth) {

    /** Outlines are made at this size; the numbers in the path keep enough digits by that. */
    private static final float SIZE = 100;

    private static final int LONGEST = 2000;
    private static final double LARGEST = 150;
    private static final int DEEPEST = 30;

    /** Its letters are smaller than those of the window at the same size. */
    private static final double SCALE = 1.15;

    /** What reads files and fonts, changes later formulas, repeats without a limit, or paints over text. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\\\(includegraphics|jlm\\w*|jlatexmath\\w*|(re)?newcommand|(re)?newenvironment|makeat\\w*"
                    + "|DeclareMathSizes|magnification|definecolor|f?colorbox|[fb]gcolor|shadowbox|fcscore|rule|[hv]space"
                    + "|kern|(scale|resize|rotate|raise)box|romannumeral|char|unicode|GeoGebra|sfcode|font\\w*|input|def"
                    + "|hdotsfor|multicolumn)\\b|\\^\\^|\\*\\s*\\{\\s*\\d{2,}");

    private static final Pattern TAG = Pattern.compile("\\\\(tag\\*?|label)\\s*\\{[^{}]*\\}|\\\\(nonumber|notag)\\b");

    /**
     * Draws a formula. Any thread; takes milliseconds, the first time up to a second.
     *
     * @param latex without delimiters
     * @param display whether it stands on a line of its own
     * @return empty where it is not understood, and its source should be shown
     */
    public static Optional<FormulaOutline> of(String latex, boolean display) {
        if (latex.length() > LONGEST || FORBIDDEN.matcher(latex).find() || !isBalanced(latex)) {
            return Optional.empty();
        }
        try {
            return draw(TAG.matcher(latex).replaceAll(""), display);
        } catch (RuntimeException | StackOverflowError _) {
            // the library throws whatever happens to it inside; to the reader it is one thing: not understood
            return Optional.empty();
        }
    }

    /** The library would draw what it has, and hide that something is missing. */
    private static boolean isBalanced(String latex) {
        int depth = 0;
        for (int i = 0; i < latex.length(); i++) {
            switch (latex.charAt(i)) {
                case '\\' -> i++;
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth < 0 || depth > DEEPEST) {
                return false;
            }
        }
        return depth == 0;
    }

    // one at a time: the library keeps its fonts and its state in common
    private static synchronized Optional<FormulaOutline> draw(String latex, boolean display) {
        var icon = new TeXFormula(latex)
                .createTeXIcon(display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT, SIZE);
        var graphics = new OutlineGraphics();
        graphics.scale(SIZE, SIZE);
        icon.getBox().draw(graphics, 0, 0);
        var bounds = graphics.path().getBounds2D();
        double width = bounds.getWidth() / SIZE * SCALE;
        double height = bounds.getHeight() / SIZE * SCALE;
        return bounds.isEmpty() || width > LARGEST || height > LARGEST
                ? Optional.empty()
                : Optional.of(new FormulaOutline(
                        svg(graphics.path().getPathIterator(null)), width, height, bounds.getMaxY() / SIZE * SCALE));
    }

    private static String svg(PathIterator segments) {
        var svg = new StringBuilder();
        var at = new double[6];
        for (; !segments.isDone(); segments.next()) {
            int type = segments.currentSegment(at);
            svg.append("MLQCZ".charAt(type));
            int numbers = type == PathIterator.SEG_CLOSE ? 0 : 2 * Math.max(1, type);
            for (int i = 0; i < numbers; i++) {
                svg.append(String.format(Locale.ROOT, i == 0 ? "%.1f" : " %.1f", at[i]));
            }
        }
        return svg.toString();
    }
}
