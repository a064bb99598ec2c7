/** What a person finds at {@code /}: what this service answers, and where that is described. */
package io.breakwater.controller.welcome;
