package dev.ponder.ui.transcript;

import dev.ponder.ui.latex.FormulaOutline;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Outlines of formulas, drawn elsewhere and kept for a while. Belongs to the JavaFX thread. */
final class Formulas {

    private static final int KEPT = 2_000;

    private record Key(String latex, boolean display) {}

    /** What became of a formula: its outline, or nothing where it is not understood. */
    record Known(@Nullable FormulaOutline outline) {}

    private final Consumer<Runnable> background;
    private final Consumer<Runnable> onFx;
    private final Runnable onDrawn;
    private int drawing;

    /** Nothing for one that is being drawn. */
    private final Map<Key, @Nullable Known> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, @Nullable Known> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Draws nothing yet.
     *
     * @param onDrawn hears that formulas have been drawn that were asked for
     */
    Formulas(Consumer<Runnable> background, Consumer<Runnable> onFx, Runnable onDrawn) {
        this.background = background;
        this.onFx = onFx;
        this.onDrawn = onDrawn;
    }

    /**
     * The outline of a formula; null where it is not there yet, and somebody will hear when it is.
     *
     * @return without an outline where it is not understood
     */
    @Nullable Known of(String latex, boolean display) {
        var key = new Key(latex, display);
        if (!kept.containsKey(key)) {
            kept.put(key, null);
            drawing++;
            background.accept(() -> {
                var drawn = new Known(FormulaOutline.of(latex, display).orElse(null));
                onFx.accept(() -> done(key, drawn));
            });
        }
        return kept.get(key);
    }

    boolean isSettled() {
        return drawing == 0;
    }

    /** Whoever waits hears once for all formulas that were asked for together. */
    private void done(Key key, Known drawn) {
        kept.put(key, drawn);
        drawing--;
        if (drawing == 0) {
            onDrawn.run();
        }
    }

    /** A formula's LaTeX without the delimiters of its source. */
    static String latex(String source) {
        int delimiter = source.startsWith("$") && !source.startsWith("$$") ? 1 : 2;
        return source.substring(delimiter, source.length() - delimiter).strip();
    }

    /** Whether a formula in a line asks for more room, by its delimiters. */
    static boolean isDisplay(String source) {
        return source.startsWith("$$") || source.startsWith("\\[");
    }
}
