/**
 * Whether and how a model fits this computer, how fast it will be, and which one to take: exact memory arithmetic against the
 * memory that is free now, and a prediction of speed that says how sure it is.
 */
package dev.ponder.models.fit;
