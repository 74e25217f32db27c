/**
 * llama.cpp's C API through the Foreign Function and Memory API: one small class per native handle. Not exported; no
 * pointer leaves this module.
 */
package dev.ponder.llama;
