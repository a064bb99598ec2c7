/**
 * What an administrator or API key may do: classes of permission, each for looking or for changing. A token carries them; a filter
 * asks for them at every endpoint, and denies what is not annotated.
 */
package io.breakwater.config.permission;
