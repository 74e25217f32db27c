/** The {@code ponder} command line, for people and for measurements. */
package dev.ponder.cli;
