/**
 * What makes a capture necessary: events from the bus, and the look at config-service when the service starts. Consumers, then inbox, then
 * one service method; the request to capture commits together with the inbox row.
 */
package io.breakwater.snapshot.trigger;
