/**
 * Schedules: a tenant may have agents deleted that were out of touch for some days. Silence alone never deletes one: only time that
 * this service was there to be talked to counts, and nothing is deleted while DR is active (I3).
 */
package io.breakwater.config.schedule;
