package dev.ponder.settings;

/**
 * Where the window was, in the toolkit's units.
 *
 * @param x left edge
 * @param y upper edge
 * @param width of the window when it is not maximised
 * @param height of the window when it is not maximised
 * @param maximised whether it filled the screen
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}
