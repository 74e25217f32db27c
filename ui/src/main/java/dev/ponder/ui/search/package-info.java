/** The palette that searches everything that was said. */
package dev.ponder.ui.search;
