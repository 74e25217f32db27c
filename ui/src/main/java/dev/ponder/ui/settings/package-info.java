/** The settings page: appearance, defaults, the data folder with its backups, and what Ponder is made of. */
package dev.ponder.ui.settings;
