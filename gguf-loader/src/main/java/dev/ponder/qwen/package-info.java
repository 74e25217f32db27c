/**
 * What is special about Qwen3: its chat template, its thinking markers, the split of its output into reasoning and
 * answer, and the sampling its makers recommend. Pure Java; nothing here touches a model.
 */
package dev.ponder.qwen;
