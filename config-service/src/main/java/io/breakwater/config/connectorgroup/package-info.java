/** App Connector groups: the agents that reach the applications, by site. */
package io.breakwater.config.connectorgroup;
