package dev.ponder.ui.transcript;

/**
 * What was decided about thinking, for one reply, without the user.
 *
 * @param thought whether the reply was to think
 * @param reason why, one sentence
 * @param canRedo whether the reply can be had the other way
 */
public record AutoNote(boolean thought, String reason, boolean canRedo) {}
