/** The settings reference, generated from the sources: {@code docs/settings.md} is compared with what they say. */
package io.breakwater.system.settings;
