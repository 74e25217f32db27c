/** Files as a model can read them: their text, read within bounds from text files, PDF and Word documents. */
package dev.ponder.attachments;
