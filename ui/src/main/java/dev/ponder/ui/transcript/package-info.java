/**
 * The transcript: one virtual, selectable document that shows a conversation. It knows no store and no engine; whoever
 * owns them hands over immutable items and streamed text, and receives what the user asks for through
 * {@link dev.ponder.ui.transcript.TranscriptActions}.
 */
package dev.ponder.ui.transcript;
