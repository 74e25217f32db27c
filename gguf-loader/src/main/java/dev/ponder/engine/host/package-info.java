/**
 * The engine as a child process: its main, the messages on the wire, and the supervisor that starts, watches and
 * restarts it.
 */
package dev.ponder.engine.host;
