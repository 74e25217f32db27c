/**
 * LaTeX as outlines. The only package that knows AWT, which loads when the first formula is drawn; no window is ever made of it.
 */
@org.jspecify.annotations.NullMarked
package dev.ponder.ui.latex;
