/** The log of a process, without chat text: files that rotate once they are opened. */
package dev.ponder.app.log;
