/**
 * Markdown as data: CommonMark with GitHub's tables, strikethrough, task lists and bare addresses, with footnotes and LaTeX.
 * Reads text that grows, looks only at its end again, and knows nothing of windows.
 */
@org.jspecify.annotations.NullMarked
package dev.ponder.ui.markdown;
