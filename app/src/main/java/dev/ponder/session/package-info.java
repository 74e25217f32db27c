/** The model in use: loading one in the place of another, and what is known of it while it is loaded. */
package dev.ponder.session;
