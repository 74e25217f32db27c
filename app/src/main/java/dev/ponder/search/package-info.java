/**
 * Search over everything that was said: how text is cut into words that can be found, the index of them, and what a query
 * finds. Knows the tables of messages and conversations, but changes only the index.
 */
package dev.ponder.search;
