/**
 * The models page: what can be fetched and whether it fits, what is being fetched, what is here, and every connection that was
 * made for it; and the page that greets whoever starts Ponder for the first time.
 */
package dev.ponder.ui.models;
