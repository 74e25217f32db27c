/** The application object: where Ponder keeps its files, and what it opens and closes. */
package dev.ponder.app;
