/** The one view for what nobody expected: what happened, a code, details to copy, and where the log is. */
package dev.ponder.ui.error;
