/**
 * Runs the commands of README and docs as they stand there: {@link io.breakwater.system.documents.Fences} is the one extractor, and the
 * text is the only copy. What a fence says in its info string (rendered by nobody) tells how it is run and what must come of it.
 */
package io.breakwater.system.documents;
