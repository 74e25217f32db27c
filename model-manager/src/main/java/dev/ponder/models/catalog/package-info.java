/**
 * The models that Ponder knows: which files of them are worth having, where those lie, what they hash to, and what is
 * known of their shape before a byte of them is here. Facts come from one data file, {@code catalog.json}, which its schema
 * describes.
 */
package dev.ponder.models.catalog;
