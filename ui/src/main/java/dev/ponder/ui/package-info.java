/** The program's entry point. */
package dev.ponder.ui;
