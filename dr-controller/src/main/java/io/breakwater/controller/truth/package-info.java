/**
 * Compares what is kept of config-service's data with config-service itself: settings and agents. In doubt at once, and from time to time
 * anyway, so that whatever somebody wrote into the tables is gone within a minute (I10).
 */
package io.breakwater.controller.truth;
