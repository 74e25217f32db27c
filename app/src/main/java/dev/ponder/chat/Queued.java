package dev.ponder.chat;

/**
 * A message that is sent when the reply in progress has ended.
 *
 * @param id unique among those that wait
 * @param said what it says
 */
public record Queued(long id, Said said) {}
