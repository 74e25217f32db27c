/**
 * The GGUF file format in pure Java: header, metadata, tensor inventory, quantisation, and the memory arithmetic that
 * follows from them. Never trusts a length, never reads weights.
 */
package dev.ponder.gguf;
