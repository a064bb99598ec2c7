/**
 * The agents that config-service names, with the keys by which their word is known: read from config-service, never from the bus. Whoever
 * is not in it does not count.
 */
package io.breakwater.controller.roster;
