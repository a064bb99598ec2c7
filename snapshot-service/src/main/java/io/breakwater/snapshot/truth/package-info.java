/**
 * Compares what this service stored with those who own it: settings and configuration revisions with config-service, modes with
 * dr-controller. Again and again, on a doubt, and for a person.
 */
package io.breakwater.snapshot.truth;
