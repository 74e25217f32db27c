/**
 * Models that other programs have fetched already: found in their folders, recognised by their hashes, used where they lie.
 * Nothing there is ever changed, moved or copied.
 */
package dev.ponder.models.adoption;
