/**
 * What all screens share: the one door to the JavaFX thread, background work, the theme, and small controls.
 *
 * <p>Nothing here knows a screen.
 */
package dev.ponder.ui.common;
