/**
 * The one door to the network: every connection is made by {@link dev.ponder.downloads.net.Connector} and noted in the
 * {@link dev.ponder.downloads.net.ConnectionLog}.
 */
package dev.ponder.downloads.net;
