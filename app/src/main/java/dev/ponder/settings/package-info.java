/** The user's settings: one small file that is replaced whole, and keeps what it does not know. */
package dev.ponder.settings;
