/**
 * Whether a reply thinks, how long, and what is watched meanwhile: rules that decide for a message, the budget, the record
 * of a decision, and the watch for thoughts that go round in circles. Knows texts, not conversations.
 */
package dev.ponder.thinking;
