/**
 * The SQLite file that holds everything a user wrote and read: opened, checked, migrated, backed up and restored here.
 * What the tables mean is known where they are used.
 */
package dev.ponder.store;
