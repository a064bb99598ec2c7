/** Each tenant's mode and replay state, as dr-controller told them. Written by {@code trigger}, read by {@code capture} and {@code retention}. */
package io.breakwater.snapshot.mode;
