/** Instructions that the user keeps, to choose from for a conversation. */
package dev.ponder.prompts;
