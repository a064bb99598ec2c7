/** Enrolled agents as administrators see them. */
package io.breakwater.config.agent;
