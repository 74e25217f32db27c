/** The models on this computer: where they lie and how a name becomes a file. */
package dev.ponder.models;
