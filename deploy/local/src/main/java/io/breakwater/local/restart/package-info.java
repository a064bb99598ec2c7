/** Starts again what died by itself, with a growing wait, said aloud, until it dies too often. Never what was told to end. */
package io.breakwater.local.restart;
