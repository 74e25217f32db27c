/** Files that belong to the user alone, and their replacement in one step. Not exported. */
package dev.ponder.files;
