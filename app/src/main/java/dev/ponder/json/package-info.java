/** JSON of values that several packages keep. Not exported. */
package dev.ponder.json;
