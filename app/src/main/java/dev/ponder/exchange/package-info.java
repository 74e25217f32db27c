/** Conversations in files: written as Markdown, JSON or HTML, and read from Ponder's own JSON and that of others. */
package dev.ponder.exchange;
