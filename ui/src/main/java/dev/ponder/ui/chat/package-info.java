/**
 * The chat screen around the transcript: the composer with its thinking control, the model picker, the panel of a
 * model's settings, and what these ask of the services behind them.
 */
package dev.ponder.ui.chat;
