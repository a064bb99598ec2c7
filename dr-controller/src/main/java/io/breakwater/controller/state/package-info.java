/**
 * The DR state of each tenant. Evidence comes in by event, is judged here with the tenant's own keys and replay state (I1, I2), and state,
 * history and the outgoing event commit together (I5).
 */
package io.breakwater.controller.state;
