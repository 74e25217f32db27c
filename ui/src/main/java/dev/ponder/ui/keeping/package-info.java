/** What is done with conversations as a whole: folders, the trash, export and import. */
package dev.ponder.ui.keeping;
