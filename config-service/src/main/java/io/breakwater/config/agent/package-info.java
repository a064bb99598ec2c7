/**
 * Enrolled agents: App Connectors and Private Service Edges. They come into being by enrolling and are listed, renamed, disabled and
 * deleted by administrators; a deleted or disabled one gets no token any more.
 */
package io.breakwater.config.agent;
