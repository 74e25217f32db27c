/** The system's bin: deleted models go where the user can get them back. */
package dev.ponder.models.bin;
