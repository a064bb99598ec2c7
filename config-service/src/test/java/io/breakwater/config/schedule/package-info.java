/** Schedules, and what they delete. */
package io.breakwater.config.schedule;
