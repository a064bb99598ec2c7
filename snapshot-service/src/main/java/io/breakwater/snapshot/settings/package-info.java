/**
 * Each tenant's DR settings, with whose keys evidence is judged: config-service's own words over REST, never an event's. An event only
 * has them read sooner.
 */
package io.breakwater.snapshot.settings;
