/**
 * This computer as the models need to know it: its memory and devices as the engine sees them, its speed by a probe and by
 * real replies, and the way of loading a model that follows from both.
 */
package dev.ponder.hardware;
