/** The clock that everything here asks, so that tests can set it. */
package io.breakwater.config.time;
