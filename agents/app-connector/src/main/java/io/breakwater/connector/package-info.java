/** The App Connector: runs beside the applications and dials out only. So far the agent's core and what names it. */
package io.breakwater.connector;
