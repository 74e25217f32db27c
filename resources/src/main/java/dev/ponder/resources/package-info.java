/** Files that Ponder brings along, behind accessors that say where they lie. */
package dev.ponder.resources;
