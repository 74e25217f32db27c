/**
 * The harmless tools that come with Ponder, and the calls that a model makes of them. No tool reads a file, starts a
 * program or reaches the network.
 */
package dev.ponder.tools;
