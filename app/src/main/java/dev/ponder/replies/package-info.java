/**
 * Replies: from a message in the store to a prompt, a generation and a message again. One reply at a time; titles are
 * written while nobody waits.
 */
package dev.ponder.replies;
