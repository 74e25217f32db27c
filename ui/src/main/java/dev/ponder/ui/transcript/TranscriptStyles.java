package dev.ponder.ui.transcript;

import dev.ponder.ui.markdown.Mark;
import java.util.Collection;
import java.util.Locale;

/** The style classes of this package; {@code transcript.css} knows them. */
final class TranscriptStyles {

    /** Of the base theme: a button without a background. */
    static final String FLAT = "flat";

    static final String TRANSCRIPT = "transcript";
    static final String AREA = "transcript-area";
    static final String BLANK = "blank";

    /** A run of a paragraph or a table, which are so many that no rule asks for what they are in. */
    static final String RUN = "text-run";

    /** One in the first row of a table. */
    static final String HEADER_RUN = RUN + " table-header-run";

    static final String LINK = "run-link";
    static final String IMAGE = "run-image";
    static final String FIND_BAR = "find-bar";
    static final String FIND_COUNT = "find-count";
    static final String LATEST = "latest-button";
    static final String BAR = "message-bar";
    static final String BAR_PINNED = "message-bar-pinned";
    static final String BAR_BUTTON = "message-button";
    static final String BAR_MENU = "message-menu-button";
    static final String BAR_LABEL = "message-label";
    static final String STATUS = "transcript-status";
    static final String ENCLOSURES = "enclosures";
    static final String ENCLOSED = "enclosed";

    static final String THOUGHT_HEAD = "thought-head";
    static final String THOUGHT_TITLE = "thought-title";
    static final String THOUGHT_CHEVRON = "thought-chevron";
    static final String THOUGHT_STATUS = "thought-status";
    static final String THOUGHT_TAIL = "thought-tail";
    static final String THOUGHT_TAIL_TEXT = "thought-tail-text";
    static final String THOUGHT_FADE = "thought-fade";
    static final String THOUGHT_REMARK = "thought-remark";
    static final String THOUGHT_EDITOR = "thought-editor";
    static final String BUDGET = "budget-bar";
    static final String BUDGET_FILL = "budget-fill";
    static final String AUTO = "auto-chip";
    static final String AUTO_TEXT = "auto-text";
    static final String AUTO_REDO = "auto-redo";
    static final String DECIDED = "decided";
    static final String TOOL_FAILED = "tool-failed";
    static final String COMPARISON = "comparison";
    static final String COMPARISON_HEAD = "comparison-head";
    static final String COMPARISON_TITLE = "comparison-title";
    static final String COMPARISON_SIDES = "comparison-sides";
    static final String COMPARISON_SIDE = "comparison-side";
    static final String COMPARISON_SIDE_HEAD = "comparison-side-head";
    static final String COMPARISON_WAITING = "comparison-waiting";
    static final String FORMULA = "formula";
    static final String FORMULA_BLOCK = "formula-block";
    static final String FORMULA_SOURCE = "formula-source";
    static final String SIDEWAYS = "sideways";
    static final String QUOTE_BAR = "quote-bar";
    static final String MARKER = "list-marker";
    static final String TASK_DONE = "task-done";
    static final String RULE = "answer-rule";
    static final String TABLE_BLOCK = "table-block";
    static final String TABLE = "table-grid";
    static final String TABLE_HEADER = "table-header";
    static final String TABLE_CELL = "table-cell-box";
    static final String TABLE_TEXT = "table-text";
    static final String HIT = "find-hit";
    static final String CODE_HEAD = "code-head";
    static final String CODE_COPY = "code-copy";
    static final String CODE_WINDOW = "code-window";
    static final String CODE_AREA = "code-area";
    static final String CODE_BAR = "code-bar";
    static final String CODE_LINE = "code-line";
    static final String CODE_LANGUAGE = "code-language";
    static final String TOOL = "tool-card";
    static final String TOOL_NAME = "tool-name";
    static final String TOOL_LABEL = "tool-label";
    static final String TOOL_TEXT = "tool-text";
    static final String WAITING = "waiting";
    static final String DOT = "waiting-dot";
    static final String ENDING = "ending";
    static final String ENDING_FAILED = "ending-failed";
    static final String ENDING_TEXT = "ending-text";
    static final String FOOTER = "message-footer";
    static final String AFTER_QUESTION = "after-question";
    static final String BOUNDARY = "context-boundary";
    static final String BOUNDARY_TEXT = "context-boundary-text";
    static final String BOUNDARY_RULE = "context-boundary-rule";
    static final String INSET = "block-inset";
    static final String NOTICE = "transcript-notice";

    private TranscriptStyles() {}

    static String of(TextLine.Paper paper) {
        return switch (paper) {
            case USER -> "user-text";
            case ANSWER -> "answer-text";
            case HEADING_1 -> "heading-text heading-1";
            case HEADING_2 -> "heading-text heading-2";
            case HEADING_3 -> "heading-text heading-3";
            case HEADING_4 -> "heading-text heading-4";
            case CODE -> "code-text";
            case THOUGHT -> "thought-text";
        };
    }

    /** The classes of a run on such a paper, separated by spaces. */
    static String run(TextLine.Paper paper) {
        return switch (paper) {
            case USER, ANSWER, CODE -> RUN;
            case HEADING_1 -> RUN + " heading-run heading-run-1";
            case HEADING_2 -> RUN + " heading-run heading-run-2";
            case HEADING_3 -> RUN + " heading-run heading-run-3";
            case HEADING_4 -> RUN + " heading-run";
            case THOUGHT -> RUN + " thought-run";
        };
    }

    /** The classes of characters with these marks in such a run, separated by spaces. */
    static String of(Collection<Mark> marks, String run) {
        var classes = new StringBuilder(run);
        for (var mark : Mark.values()) {
            if (marks.contains(mark)) {
                classes.append(" run-").append(mark.name().toLowerCase(Locale.ROOT));
            }
        }
        return classes.toString();
    }
}
