/**
 * Conversations as the user knows them: trees of messages, the reply in progress, and what of a conversation goes into
 * the prompt. Values are immutable snapshots; {@link dev.ponder.chat.Conversations} changes what is stored.
 */
package dev.ponder.chat;
