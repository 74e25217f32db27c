/**
 * JSON Schemas as GBNF grammars, so that a model can write nothing but JSON of that shape. A documented part of JSON Schema
 * is understood, and everything else is refused by name.
 */
package dev.ponder.schema;
