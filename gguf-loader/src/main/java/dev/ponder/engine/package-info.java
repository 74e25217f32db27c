/**
 * What the rest of Ponder sees of inference: load a model, generate, cancel, count tokens, list devices. Two
 * implementations keep one contract: {@link dev.ponder.engine.LocalEngine} calls llama.cpp in this process, and
 * {@link dev.ponder.engine.host.EngineSupervisor} drives a child process that does.
 */
package dev.ponder.engine;
