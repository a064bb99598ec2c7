/** What App Connector groups and Private Service Edge groups have in common: place, software version, DR designation. */
package io.breakwater.config.agentgroup;
