/**
 * The state of a tenant's disaster recovery and its transitions, as a pure state machine. dr-controller and every agent use it, so that
 * they cannot disagree; storing the result and acting on it is theirs.
 */
package io.breakwater.activation.state;
